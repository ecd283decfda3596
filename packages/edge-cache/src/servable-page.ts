import type { CacheStatus } from './cache-event.js';
import { matchesEntityTag } from './entity-tag.js';
import type { StoredPage } from './stored-page.js';

/** Header that says how an answer came about. */
export const CACHE_STATUS_HEADER = 'x-edge-cache';
/** Browsers keep the page and ask each time whether it is still the one. */
const REVALIDATE_ALWAYS = 'public, max-age=0, must-revalidate';
const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([204, 205]);

/** Rough bytes of an entry beside its texts: objects, the map's slot, the header lists made from it. */
const ENTRY_OVERHEAD_BYTES = 2_048;
const READ_OVERHEAD_BYTES = 64;
const BYTES_PER_CHARACTER = 2;

/** A stored page together with the header lists it is served with, each made once. */
export class ServablePage {
  readonly #headers = new Map<CacheStatus, Headers>();
  readonly #notModifiedHeaders = new Map<CacheStatus, Headers>();

  /** @param storeStampedAt when the copy in the store was stamped (epoch milliseconds), which may be earlier */
  constructor(
    readonly page: StoredPage,
    readonly storeStampedAt: number = page.stamp.stampedAt,
  ) {}

  /** The answer to a GET or HEAD: the page, only its headers, or 304 where the visitor has it already. */
  answer(request: Pick<Request, 'method' | 'headers'>, status: CacheStatus): Response {
    const { page } = this;
    if (page.status === 200 && matchesEntityTag(request.headers.get('if-none-match'), page.etag)) {
      return new Response(null, { status: 304, headers: this.#listFor(status, this.#notModifiedHeaders) });
    }
    const isEmpty = request.method === 'HEAD' || NULL_BODY_STATUSES.has(page.status);
    return new Response(isEmpty ? null : page.body, {
      status: page.status,
      headers: this.#listFor(status, this.#headers),
    });
  }

  /** About how many bytes of memory the page takes. */
  get memoryBytes(): number {
    const { body, headers, stamp } = this.page;
    let characters = 0;
    for (const [name, value] of headers) characters += name.length + value.length;
    for (const [key, fingerprint] of stamp.reads) characters += key.length + (fingerprint?.length ?? 0);
    return (
      body.byteLength +
      BYTES_PER_CHARACTER * characters +
      READ_OVERHEAD_BYTES * stamp.reads.length +
      ENTRY_OVERHEAD_BYTES
    );
  }

  #listFor(status: CacheStatus, lists: Map<CacheStatus, Headers>): Headers {
    const known = lists.get(status);
    if (known !== undefined) return known;
    const list = new Headers();
    for (const [name, value] of this.page.headers) list.append(name, value);
    // A 304 speaks of the copy that the visitor has, and that one knows its type.
    if (lists === this.#notModifiedHeaders) list.delete('content-type');
    list.set('etag', this.page.etag);
    list.set('cache-control', REVALIDATE_ALWAYS);
    list.set(CACHE_STATUS_HEADER, status);
    lists.set(status, list);
    return list;
  }
}
