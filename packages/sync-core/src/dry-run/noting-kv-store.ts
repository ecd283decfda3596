import type { KeyPage, KvStore } from '../ports/kv-store.js';

export type KeyChangeKind = 'put' | 'delete';

/**
 * A `KvStore` that notes what would be written instead of writing it. What it reads is what is really there, so
 * it is for work that never reads back what it has just written.
 */
export class NotingKvStore implements KvStore {
  /** The last change of each key, in the order of their first. */
  readonly changes = new Map<string, KeyChangeKind>();

  constructor(private readonly kv: KvStore) {}

  get(key: string): Promise<string | null> {
    return this.kv.get(key);
  }

  list(prefix: string, cursor: string | null): Promise<KeyPage> {
    return this.kv.list(prefix, cursor);
  }

  async put(key: string): Promise<void> {
    this.changes.set(key, 'put');
  }

  async delete(key: string): Promise<void> {
    this.changes.set(key, 'delete');
  }
}
