import { compareText } from '../catalog-index/text-order.js';
import type { KeyPage, KvStore } from '../ports/kv-store.js';

export interface MemoryKvEntry {
  value: string;
  metadata: unknown;
}

const LIST_PAGE_SIZE = 1_000;

/** A `KvStore` in memory, immediately consistent; its entries are open for a test to look at and to spoil. */
export class MemoryKvStore implements KvStore {
  readonly entries = new Map<string, MemoryKvEntry>();

  async get(key: string): Promise<string | null> {
    return this.entries.get(key)?.value ?? null;
  }

  async put(key: string, value: string, metadata: object): Promise<void> {
    this.entries.set(key, { value, metadata: structuredClone(metadata) });
  }

  async delete(key: string): Promise<void> {
    this.entries.delete(key);
  }

  async list(prefix: string, cursor: string | null): Promise<KeyPage> {
    const names = [...this.entries.keys()]
      .filter((name) => name.startsWith(prefix) && (cursor === null || compareText(name, cursor) > 0))
      .sort(compareText);
    const page = names.slice(0, LIST_PAGE_SIZE);
    const isLast = names.length <= LIST_PAGE_SIZE;
    return {
      keys: page.map((name) => ({ name, metadata: this.entries.get(name)?.metadata ?? null })),
      cursor: isLast ? null : (page.at(-1) ?? null),
    };
  }
}
