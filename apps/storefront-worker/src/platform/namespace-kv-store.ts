import type { KeyPage, KvStore } from '@maho-storefront/sync-core';

/** A KV namespace as a sync writes it. */
export class NamespaceKvStore implements KvStore {
  readonly #namespace: KVNamespace;

  constructor(namespace: KVNamespace) {
    this.#namespace = namespace;
  }

  get(key: string): Promise<string | null> {
    return this.#namespace.get(key, 'text');
  }

  put(key: string, value: string, metadata: object): Promise<void> {
    return this.#namespace.put(key, value, { metadata });
  }

  delete(key: string): Promise<void> {
    return this.#namespace.delete(key);
  }

  async list(prefix: string, cursor: string | null): Promise<KeyPage> {
    const page = await this.#namespace.list<unknown>({ prefix, cursor });
    return {
      keys: page.keys.map(({ name, metadata }) => ({ name, metadata: metadata ?? null })),
      cursor: page.list_complete ? null : page.cursor,
    };
  }
}
