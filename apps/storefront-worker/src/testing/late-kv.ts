import type { KvEntry } from '@maho-storefront/kv-schema';

const MISSING: KvEntry = { value: null, metadata: null };

/**
 * A KV namespace as a place sees it where news arrive late: keys that are held back are answered with what they
 * held at that moment, misses included, until the place catches up. Everything else is as it is.
 */
export class LateKv {
  /** To be bound in place of the real one. */
  readonly namespace: KVNamespace;
  readonly #held = new Map<string, KvEntry>();

  constructor(private readonly kv: KVNamespace) {
    const own = new Map<PropertyKey, unknown>([
      ['get', async (key: string) => (await this.#entry(key)).value],
      ['getWithMetadata', (keys: string | string[]) => this.#read(keys)],
    ]);
    this.namespace = new Proxy(kv, {
      get(target, name) {
        const method = own.get(name) ?? Reflect.get(target, name);
        return typeof method === 'function' ? method.bind(target) : method;
      },
    });
  }

  /** From now on these keys look as they do now. */
  async holdBack(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#held.set(key, await this.#entry(key));
  }

  /** All that was held back has arrived. */
  catchUp(): void {
    this.#held.clear();
  }

  async #read(keys: string | string[]): Promise<KvEntry | Map<string, KvEntry>> {
    if (typeof keys === 'string') return this.#entry(keys);
    const entries = await Promise.all(keys.map(async (key) => [key, await this.#entry(key)] as const));
    return new Map(entries);
  }

  async #entry(key: string): Promise<KvEntry> {
    return this.#held.get(key) ?? (await this.kv.getWithMetadata(key, 'text')) ?? MISSING;
  }
}
