import type { ServablePage } from './servable-page.js';

interface Entry {
  readonly page: ServablePage;
  readonly bytes: number;
}

/** The pages that one isolate holds: the least recently used go first when a limit of bytes is reached. */
export class PageMemory {
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  /** @param maxBytes about how much memory the pages may take; 0 holds none. */
  constructor(private readonly maxBytes: number) {}

  /** About how many bytes the pages take now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The page at this address, which so becomes the one used last. */
  get(address: string): ServablePage | null {
    const entry = this.#entries.get(address);
    if (entry === undefined) return null;
    this.#entries.delete(address);
    this.#entries.set(address, entry);
    return entry.page;
  }

  /** Holds a page, unless a later publish's is held already or it is larger than everything that may be held. */
  set(address: string, page: ServablePage): void {
    const present = this.#entries.get(address);
    if (present !== undefined && present.page.page.stamp.seq > page.page.stamp.seq) return;
    this.delete(address);
    const bytes = page.memoryBytes + 2 * address.length;
    if (bytes > this.maxBytes) return;
    this.#entries.set(address, { page, bytes });
    this.#bytes += bytes;
    this.#makeRoom();
  }

  /** Forgets a page. */
  delete(address: string): void {
    const entry = this.#entries.get(address);
    if (entry === undefined) return;
    this.#entries.delete(address);
    this.#bytes -= entry.bytes;
  }

  #makeRoom(): void {
    for (const address of this.#entries.keys()) {
      if (this.#bytes <= this.maxBytes) return;
      this.delete(address);
    }
  }
}
