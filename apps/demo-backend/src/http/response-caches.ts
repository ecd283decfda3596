import type { Catalogue } from '../catalogue/catalogue.js';
import type { Clock } from '../clock.js';

const MAX_ENTRIES = 20_000;

interface Entry {
  readonly expiresAt: number;
  readonly value: unknown;
}

/**
 * Maho's server-side cache of product items and listing pages: one tag, so that one flushing edit drops everything.
 * Off at 0 seconds. Holds 20,000 entries at most, oldest out first; Maho itself has no such limit.
 */
export class ResponseCaches {
  readonly #catalogue: Catalogue;
  readonly #now: Clock;
  readonly #entries = new Map<string, Entry>();
  #generation = 0;
  seconds: number;

  constructor(catalogue: Catalogue, now: Clock, seconds: number) {
    this.#catalogue = catalogue;
    this.#now = now;
    this.seconds = seconds;
  }

  /** The cached value of a key, or the built one; `keep` says whether a built one may be cached. */
  through<T>(key: string, build: () => T, keep: (value: T) => boolean): T {
    if (this.seconds <= 0) return build();
    if (this.#generation !== this.#catalogue.cacheGeneration) {
      this.#entries.clear();
      this.#generation = this.#catalogue.cacheGeneration;
    }
    const found = this.#entries.get(key);
    // A key is only ever written by the resource that reads it, with one type.
    if (found !== undefined && found.expiresAt > this.#now()) return found.value as T;
    const value = build();
    if (keep(value)) this.#store(key, value);
    return value;
  }

  #store(key: string, value: unknown): void {
    this.#entries.delete(key);
    this.#entries.set(key, { expiresAt: this.#now() + this.seconds * 1000, value });
    if (this.#entries.size <= MAX_ENTRIES) return;
    const oldest = this.#entries.keys().next().value;
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}
