import type { KeyPage, KvStore } from '@maho-storefront/sync-core';

/** What a KV was asked for. */
export interface KvCounts {
  puts: number;
  deletes: number;
  /** Gets and lists. */
  reads: number;
  /** UTF-8 bytes of the values put. */
  bytes: number;
}

/**
 * A KV that counts and forgets, so that the heap measured is the sync's alone. It can answer for an empty
 * store and for the pulse; asked for anything else it fails rather than lie.
 */
export class ValuelessKvStore implements KvStore {
  readonly counts: KvCounts = { puts: 0, deletes: 0, reads: 0, bytes: 0 };
  readonly #pulseKey: string;
  #pulse: string | null = null;

  constructor(store: string) {
    this.#pulseKey = `${store}:pulse`;
  }

  /** Of all kinds. */
  get operations(): number {
    const { puts, deletes, reads } = this.counts;
    return puts + deletes + reads;
  }

  async get(key: string): Promise<string | null> {
    this.counts.reads += 1;
    if (key === this.#pulseKey) return this.#pulse;
    this.#assertEmpty(`get("${key}")`);
    return null;
  }

  async put(key: string, value: string): Promise<void> {
    this.counts.puts += 1;
    this.counts.bytes += Buffer.byteLength(value);
    if (key === this.#pulseKey) this.#pulse = value;
  }

  async delete(): Promise<void> {
    this.counts.deletes += 1;
  }

  async list(prefix: string): Promise<KeyPage> {
    this.counts.reads += 1;
    this.#assertEmpty(`list("${prefix}")`);
    return { keys: [], cursor: null };
  }

  #assertEmpty(call: string): void {
    if (this.counts.puts === 0) return;
    throw new Error(
      `${call}: this KV keeps no values, so a sync that reads them back cannot be measured with it.`,
    );
  }
}
