import type { KeyPage, KvStore } from '../ports/kv-store.js';

/** Counts every operation before handing it on. */
export class CountingKvStore implements KvStore {
  constructor(
    private readonly kv: KvStore,
    private readonly onOperation: () => void,
  ) {}

  get(key: string): Promise<string | null> {
    this.onOperation();
    return this.kv.get(key);
  }

  put(key: string, value: string, metadata: object): Promise<void> {
    this.onOperation();
    return this.kv.put(key, value, metadata);
  }

  delete(key: string): Promise<void> {
    this.onOperation();
    return this.kv.delete(key);
  }

  list(prefix: string, cursor: string | null): Promise<KeyPage> {
    this.onOperation();
    return this.kv.list(prefix, cursor);
  }
}
