import type { CacheStatus } from './cache-event.js';
import { matchesEntityTag } from './entity-tag.js';
import { HeaderLists } from './header-lists.js';
import type { StoredPage } from './stored-page.js';

const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([204, 205]);

/** Rough bytes of an entry beside its texts: objects, the map's slot, the header lists made from it. */
const ENTRY_OVERHEAD_BYTES = 2_048;
const READ_OVERHEAD_BYTES = 64;
const BYTES_PER_CHARACTER = 2;

/** A stored page together with what it is served with. */
export class ServablePage {
  /** About how many bytes of memory the page takes. */
  readonly memoryBytes: number;
  readonly #lists: HeaderLists;

  /**
   * @param storeStampedAt when the copy in the store was stamped (epoch milliseconds), which may be earlier
   * @param former the same page with an earlier stamp
   */
  constructor(
    readonly page: StoredPage,
    readonly storeStampedAt: number = page.stamp.stampedAt,
    former: ServablePage | null = null,
  ) {
    this.#lists = former === null ? new HeaderLists(page) : former.#lists;
    this.memoryBytes = former === null ? memoryBytesOf(page) : former.memoryBytes;
  }

  /** The answer to a GET or HEAD: the page, only its headers, or 304 where the visitor has it already. */
  answer(request: Pick<Request, 'method' | 'headers'>, status: CacheStatus): Response {
    const { page } = this;
    if (page.status === 200 && matchesEntityTag(request.headers.get('if-none-match'), page.etag)) {
      return new Response(null, { status: 304, headers: this.#lists.notModified(status) });
    }
    const isEmpty = request.method === 'HEAD' || NULL_BODY_STATUSES.has(page.status);
    return new Response(isEmpty ? null : page.body, {
      status: page.status,
      headers: this.#lists.whole(status),
    });
  }
}

function memoryBytesOf({ body, headers, stamp }: StoredPage): number {
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
