import type { Clock } from './clock.js';
import { judge } from './judge.js';
import { LeastRecentlyUsed } from './least-recently-used.js';
import { whyReadsAreDoubtful } from './may-store.js';
import type { Pulse } from './pulse.js';
import type { Stamp } from './stored-page.js';

/** A value that was read from the data store, with the fingerprint of its content. */
export interface RememberedRead<Value> {
  readonly value: Value;
  readonly fingerprint: string;
}

interface Memory<Value> extends RememberedRead<Value> {
  readonly stamp: Stamp;
  readonly bytes: number;
}

/**
 * What one isolate has read of the data store, for renderings that read it again.
 *
 * A value is judged as a page is that read nothing else: it counts for as long as the log says that its key still
 * has this content. What a page may not be stored for is not remembered either.
 * @example
 * const known = memory.recall(key, pulse);
 * if (known !== null) recorder.read(key, known.fingerprint);
 */
export class ReadMemory<Value> {
  readonly #values: LeastRecentlyUsed<Memory<Value>>;
  readonly #clock: Clock;

  /** @param maxBytes about how much memory the values may take; 0 holds none. */
  constructor({ maxBytes, clock }: { maxBytes: number; clock: Clock }) {
    this.#values = new LeastRecentlyUsed(maxBytes);
    this.#clock = clock;
  }

  /** What was read under this key, if the pulse does not speak against it; null otherwise. */
  recall(key: string, pulse: Pulse): RememberedRead<Value> | null {
    const known = this.#values.get(key);
    if (known === null) return null;
    const now = this.#clock.now();
    const verdict = judge({ stamp: known.stamp, endsAt: null }, pulse, now);
    if (verdict === 'miss') {
      this.#values.delete(key);
      return null;
    }
    if (verdict === 'revalidated') this.#hold(key, known, pulse, now);
    return known;
  }

  /**
   * Keeps what was just read, if it is what the log names.
   * @param read the value must not be changed by anybody from now on
   * @param bytes about how much memory it takes
   * @param pulse the one that was known before the value was read
   */
  remember(key: string, read: RememberedRead<Value>, bytes: number, pulse: Pulse): void {
    const now = this.#clock.now();
    if (whyReadsAreDoubtful([[key, read.fingerprint]], pulse, now) !== null) return;
    const later = (this.#values.peek(key)?.stamp.seq ?? 0) > pulse.seq;
    if (!later) this.#hold(key, { ...read, bytes }, pulse, now);
  }

  #hold(key: string, read: RememberedRead<Value> & { bytes: number }, pulse: Pulse, now: number): void {
    const { value, fingerprint, bytes } = read;
    const reads = [[key, fingerprint]] as const;
    const stamp = { hash: pulse.hash, seq: pulse.seq, stampedAt: now, reads };
    this.#values.set(key, { value, fingerprint, bytes, stamp }, bytes);
  }
}
