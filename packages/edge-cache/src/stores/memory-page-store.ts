import type { StoredPage } from '../stored-page.js';
import type { PageStore } from './page-store.js';

/** Pages in memory without a limit, for tests and for processes that serve few pages. */
export class MemoryPageStore implements PageStore {
  readonly #pages = new Map<string, StoredPage>();

  async match(address: string): Promise<StoredPage | null> {
    return this.#pages.get(address) ?? null;
  }

  async put(address: string, page: StoredPage): Promise<void> {
    this.#pages.set(address, page);
  }

  async delete(address: string): Promise<void> {
    this.#pages.delete(address);
  }
}
