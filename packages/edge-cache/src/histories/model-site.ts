import type { Pulse } from '../pulse.js';
import { type LogEntry, pulseOf } from '../testing/pulse-of.js';

/** How long a reader of the key-value store may see what was: values and pulse alike. */
export const MAX_LAG_MS = 100_000;
/** Log entries younger than this are dropped only into one that stands for everything. */
const LOG_KEEP_MS = 300_000;

export const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type Key = (typeof KEYS)[number];

/** A text at the time from which on it was so; null is a key that is not there. */
interface Version<T> {
  readonly at: number;
  readonly is: T;
}

/** The data of a little site with everything it ever was, and the pulses that were published of it. */
export class ModelSite {
  readonly #versions = new Map<Key, Version<string | null>[]>();
  readonly #pulses: Version<Pulse | null>[] = [{ at: 0, is: null }];
  readonly #publishedAt = new Map<Pulse, number>();
  readonly #pending = new Set<Key>();
  readonly #backend: Version<string>[] = [{ at: 0, is: 'z0' }];
  #log: LogEntry[] = [];

  constructor(readonly clock: { time: number }) {
    for (const key of KEYS) this.#versions.set(key, [{ at: 0, is: `${key}0` }]);
    this.publish();
  }

  /** The pulse that was published last. */
  get pulse(): Pulse | null {
    return this.#pulses.at(-1)?.is ?? null;
  }

  /** What the key holds now. */
  valueOf(key: Key): string | null {
    return this.#historyOf(key).at(-1)?.is ?? null;
  }

  write(key: Key, value: string | null): void {
    this.#historyOf(key).push({ at: this.clock.time, is: value });
    this.#pending.add(key);
  }

  /** Names all that was written since the last publish, also what was taken back in between. */
  publish(): void {
    const seq = (this.pulse?.seq ?? 0) + 1;
    const changed = new Map([...this.#pending].map((key) => [key, fingerprintOf(this.valueOf(key))]));
    this.#pending.clear();
    this.#log = this.#log.filter((entry) => this.clock.time - entry.at <= LOG_KEEP_MS);
    this.#log.push({ seq, at: this.clock.time, changed });
    this.#show(seq);
  }

  /** Lets the oldest entries of the log become one that stands for everything, as happens when it gets too large. */
  collapseLog(count: number): void {
    const last = this.#log.slice(0, count).at(-1);
    if (last === undefined) return;
    this.#log = [{ ...last, changed: 'everything' }, ...this.#log.slice(count)];
    // The record is put again with the next publish.
    this.publish();
  }

  /** A value that a late reader may see: one that was true at some moment of the last {@link MAX_LAG_MS}. */
  lateValueOf(key: Key, random: () => number): string | null {
    return this.#late(this.#historyOf(key), random);
  }

  /** A pulse that a late reader may see. */
  latePulse(random: () => number): Pulse | null {
    return this.#late(this.#pulses, random);
  }

  /** What the backend answers now. */
  get backend(): string {
    return this.#backend.at(-1)?.is ?? '';
  }

  /** Lets the backend answer something else. */
  restock(value: string): void {
    this.#backend.push({ at: this.clock.time, is: value });
  }

  /** Whether the backend answered so at some moment since then. */
  answeredSince(time: number, value: string): boolean {
    return this.#since(this.#backend, time).some(({ is }) => is === value);
  }

  /** Whether the key had this value at some moment since this pulse was published. */
  hadSince(pulse: Pulse, key: Key, value: string | null): boolean {
    return this.#since(this.#historyOf(key), this.#publishedAt.get(pulse) ?? 0).some(
      ({ is }) => is === value,
    );
  }

  #show(seq: number): void {
    const content = KEYS.map((key) => this.valueOf(key));
    const pulse = pulseOf({ hash: JSON.stringify(content), seq, log: [...this.#log] });
    this.#pulses.push({ at: this.clock.time, is: pulse });
    this.#publishedAt.set(pulse, this.clock.time);
  }

  #historyOf(key: Key): Version<string | null>[] {
    return this.#versions.get(key) ?? [];
  }

  #late<T>(history: readonly Version<T>[], random: () => number): T | null {
    const seen = this.#since(history, this.clock.time - MAX_LAG_MS);
    return seen[Math.floor(random() * seen.length)]?.is ?? null;
  }

  /** The versions that were true at some moment from `from` on. */
  #since<T>(history: readonly Version<T>[], from: number): readonly Version<T>[] {
    const firstAfter = history.findIndex(({ at }) => at > from);
    return history.slice(firstAfter === -1 ? -1 : Math.max(0, firstAfter - 1));
  }
}

/** Comparable with what the log holds. */
export function fingerprintOf(value: string | null): string | null {
  return value === null ? null : `print of ${value}`;
}
