import { type MemoryKvEntry, MemoryKvStore } from '../kv-store/memory-kv-store.js';
import type { KeyPage, KvStore } from '../ports/kv-store.js';
import type { Latency } from './latency.js';

/** A KV whose reads and listings show an older state, as Workers KV may for a minute and more. */
export class LaggingKvStore implements KvStore {
  readonly truth = new MemoryKvStore();
  private shown = new MemoryKvStore();
  private writesSince = 0;

  /** Writes after which a reader sees them; 0 = at once. */
  lag = 0;

  /** @param latency of every write, so that two of them may land in another order than they were sent. */
  constructor(private readonly latency: Latency) {}

  get entries(): Map<string, MemoryKvEntry> {
    return this.truth.entries;
  }

  /** Readers see everything from now on. */
  settle(): void {
    this.shown = new MemoryKvStore();
    for (const [key, entry] of this.truth.entries) this.shown.entries.set(key, entry);
    this.writesSince = 0;
  }

  get(key: string): Promise<string | null> {
    return this.readable().get(key);
  }

  list(prefix: string, cursor: string | null): Promise<KeyPage> {
    return this.readable().list(prefix, cursor);
  }

  async put(key: string, value: string, metadata: object): Promise<void> {
    await this.latency.pass();
    await this.truth.put(key, value, metadata);
    this.afterWrite();
  }

  async delete(key: string): Promise<void> {
    await this.latency.pass();
    await this.truth.delete(key);
    this.afterWrite();
  }

  private readable(): MemoryKvStore {
    return this.lag === 0 ? this.truth : this.shown;
  }

  private afterWrite(): void {
    this.writesSince += 1;
    if (this.writesSince > this.lag) this.settle();
  }
}
