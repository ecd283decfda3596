import { MISSING, readEntries } from './kv-read.js';
import type { KvEntry, KvReadOptions, KvReadPort } from './kv-read-port.js';

interface Batch {
  readonly keys: Set<string>;
  readonly entries: Promise<ReadonlyMap<string, KvEntry>>;
}

/** Reads entries of KV; all that is asked for in one go, before anything is awaited, is one bulk read. */
export class BatchedReads {
  readonly #kv: KvReadPort;
  readonly #options: KvReadOptions;
  #open: Batch | null = null;

  constructor(kv: KvReadPort, options: KvReadOptions) {
    this.#kv = kv;
    this.#options = options;
  }

  /** What KV holds under a key. */
  async read(key: string): Promise<KvEntry> {
    this.#open ??= this.#begin();
    const { keys, entries } = this.#open;
    keys.add(key);
    return (await entries).get(key) ?? MISSING;
  }

  #begin(): Batch {
    const keys = new Set<string>();
    const send = async (): Promise<ReadonlyMap<string, KvEntry>> => {
      // Goes on when all code has run that does not wait for anything.
      await null;
      this.#open = null;
      return readEntries(this.#kv, [...keys], this.#options);
    };
    return { keys, entries: send() };
  }
}
