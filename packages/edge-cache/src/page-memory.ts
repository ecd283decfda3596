import { LeastRecentlyUsed } from './least-recently-used.js';
import type { ServablePage } from './servable-page.js';

const BYTES_PER_CHARACTER = 2;

/** The pages that one isolate holds: the least recently used go first when a limit of bytes is reached. */
export class PageMemory {
  readonly #pages: LeastRecentlyUsed<ServablePage>;

  /** @param maxBytes about how much memory the pages may take; 0 holds none. */
  constructor(maxBytes: number) {
    this.#pages = new LeastRecentlyUsed(maxBytes);
  }

  /** About how many bytes the pages take now. */
  get bytes(): number {
    return this.#pages.bytes;
  }

  /** The page at this address, which so becomes the one used last. */
  get(address: string): ServablePage | null {
    return this.#pages.get(address);
  }

  /** Holds a page, unless a later publish's is held already or it is larger than everything that may be held. */
  set(address: string, page: ServablePage): void {
    const present = this.#pages.peek(address);
    if (present !== null && present.page.stamp.seq > page.page.stamp.seq) return;
    this.#pages.set(address, page, page.memoryBytes + BYTES_PER_CHARACTER * address.length);
  }

  /** Forgets a page. */
  delete(address: string): void {
    this.#pages.delete(address);
  }
}
