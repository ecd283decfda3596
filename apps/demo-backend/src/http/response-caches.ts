import type { Catalogue } from '../catalogue/catalogue.js';
import type { Clock } from '../clock.js';
import type { JsonObject } from '../json.js';

/** Maho itself has no such limits; a page is as large as a hundred items. */
const MAX_ITEMS = 20_000;
const MAX_PAGES = 200;

/** Values that live for a time, and until a flush; so many at most, oldest out first. */
class TimedCache<T> {
  readonly #catalogue: Catalogue;
  readonly #now: Clock;
  readonly #maxEntries: number;
  readonly #entries = new Map<string, { readonly expiresAt: number; readonly value: T }>();
  #generation = 0;

  constructor(catalogue: Catalogue, now: Clock, maxEntries: number) {
    this.#catalogue = catalogue;
    this.#now = now;
    this.#maxEntries = maxEntries;
  }

  /** The cached value of a key, or the built one; `keep` says whether a built one may be cached. */
  through(key: string, seconds: number, build: () => T, keep: (value: T) => boolean): T {
    if (seconds <= 0) return build();
    if (this.#generation !== this.#catalogue.cacheGeneration) {
      this.#entries.clear();
      this.#generation = this.#catalogue.cacheGeneration;
    }
    const found = this.#entries.get(key);
    if (found !== undefined && found.expiresAt > this.#now()) return found.value;
    const value = build();
    if (keep(value)) this.#store(key, value, seconds);
    return value;
  }

  #store(key: string, value: T, seconds: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { expiresAt: this.#now() + seconds * 1000, value });
    if (this.#entries.size <= this.#maxEntries) return;
    const oldest = this.#entries.keys().next().value;
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}

export interface ListingPage {
  readonly total: number;
  readonly members: readonly JsonObject[];
}

/** Maho's server-side cache of product items and listing pages, under one tag: a flush drops both. */
export class ResponseCaches {
  readonly #items: TimedCache<JsonObject>;
  readonly #pages: TimedCache<ListingPage>;
  /** 0 is off; Maho has 300. */
  seconds: number;

  constructor(catalogue: Catalogue, now: Clock, seconds: number) {
    this.#items = new TimedCache(catalogue, now, MAX_ITEMS);
    this.#pages = new TimedCache(catalogue, now, MAX_PAGES);
    this.seconds = seconds;
  }

  item(key: string, build: () => JsonObject): JsonObject {
    return this.#items.through(key, this.seconds, build, () => true);
  }

  /** Empty listings are not cached. */
  page(key: string, build: () => ListingPage): ListingPage {
    return this.#pages.through(key, this.seconds, build, (page) => page.total > 0);
  }
}
