import type { StoredPage } from '../stored-page.js';

/**
 * Where pages are kept between requests. It may forget or lose any page at any time and may answer with an earlier
 * one; it must never answer with a page that was put under another address, nor with a part of one.
 */
export interface PageStore {
  /** The page at this address, or null. */
  match(address: string): Promise<StoredPage | null>;
  /** Keeps a page, in place of the one there is. */
  put(address: string, page: StoredPage): Promise<void>;
  /** Forgets a page. */
  delete(address: string): Promise<void>;
}
