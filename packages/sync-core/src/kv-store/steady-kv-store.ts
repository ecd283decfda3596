import type { Clock } from '../ports/clock.js';
import type { KeyPage, KvStore } from '../ports/kv-store.js';
import { KvReadError } from './kv-read-error.js';

const ATTEMPTS = 3;
const RETRY_BASE_MS = 200;

/** Reads again when a read fails; writes are retried by whoever writes, who has to note each attempt. */
export class SteadyKvStore implements KvStore {
  constructor(
    private readonly kv: KvStore,
    private readonly clock: Clock,
  ) {}

  get(key: string): Promise<string | null> {
    return this.steady(`get of "${key}"`, () => this.kv.get(key));
  }

  list(prefix: string, cursor: string | null): Promise<KeyPage> {
    return this.steady(`list of "${prefix}"`, () => this.kv.list(prefix, cursor));
  }

  put(key: string, value: string, metadata: object): Promise<void> {
    return this.kv.put(key, value, metadata);
  }

  delete(key: string): Promise<void> {
    return this.kv.delete(key);
  }

  /** @throws KvReadError when every attempt fails. */
  private async steady<R>(what: string, read: () => Promise<R>): Promise<R> {
    for (let failures = 1; ; failures += 1) {
      try {
        return await read();
      } catch (cause) {
        if (failures === ATTEMPTS) throw new KvReadError(what, { cause });
        await this.clock.sleep(RETRY_BASE_MS * 2 ** (failures - 1));
      }
    }
  }
}
