import type { StoredPage } from '../stored-page.js';
import type { PageStore } from '../stores/page-store.js';

/** How often a store lies, each from 0 (never) to 1 (always). */
export interface Lies {
  /** A put gets lost. */
  lost: number;
  /** A page is gone when it is asked for. */
  evicted: number;
  /** An earlier page of the address is given instead of the last. */
  outdated: number;
}

/** A page store that does everything a real one may do to its user: loses, evicts, answers with what was. */
export class LyingPageStore implements PageStore {
  readonly #pages = new Map<string, StoredPage[]>();

  /** @param random gives numbers from 0 up to, but without, 1 */
  constructor(
    private readonly lies: Lies,
    private readonly random: () => number,
  ) {}

  async match(address: string): Promise<StoredPage | null> {
    if (this.random() < this.lies.evicted) this.#pages.delete(address);
    const pages = this.#pages.get(address) ?? [];
    const isOutdated = this.random() < this.lies.outdated;
    const index = isOutdated ? Math.floor(this.random() * pages.length) : pages.length - 1;
    return pages[index] ?? null;
  }

  async put(address: string, page: StoredPage): Promise<void> {
    if (this.random() < this.lies.lost) return;
    this.#pages.set(address, [...(this.#pages.get(address) ?? []), page]);
  }

  async delete(address: string): Promise<void> {
    this.#pages.delete(address);
  }
}
