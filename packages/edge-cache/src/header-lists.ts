import type { CacheStatus } from './cache-event.js';
import type { StoredPage } from './stored-page.js';

/** Header that says how an answer came about. */
export const CACHE_STATUS_HEADER = 'x-edge-cache';
/** Browsers keep the page and ask each time whether it is still the one. */
const REVALIDATE_ALWAYS = 'public, max-age=0, must-revalidate';

/** The headers that a page is served with, each list made once: they depend on its content, not on its stamp. */
export class HeaderLists {
  readonly #page: Pick<StoredPage, 'headers' | 'etag'>;
  readonly #whole = new Map<CacheStatus, Headers>();
  readonly #notModified = new Map<CacheStatus, Headers>();

  constructor(page: Pick<StoredPage, 'headers' | 'etag'>) {
    this.#page = page;
  }

  /** Those of an answer with the page in it. */
  whole(status: CacheStatus): Headers {
    const known = this.#whole.get(status);
    if (known !== undefined) return known;
    const list = this.#make(status);
    this.#whole.set(status, list);
    return list;
  }

  /** Those of a 304: it speaks of the copy that the visitor has, and that one knows its type. */
  notModified(status: CacheStatus): Headers {
    const known = this.#notModified.get(status);
    if (known !== undefined) return known;
    const list = this.#make(status);
    list.delete('content-type');
    this.#notModified.set(status, list);
    return list;
  }

  #make(status: CacheStatus): Headers {
    const list = new Headers();
    for (const [name, value] of this.#page.headers) list.append(name, value);
    list.set('etag', this.#page.etag);
    list.set('cache-control', REVALIDATE_ALWAYS);
    list.set(CACHE_STATUS_HEADER, status);
    return list;
  }
}
