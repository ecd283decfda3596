import type { Stamp, StoredPage } from '../stored-page.js';

const encoder = new TextEncoder();

/** A stored page with this body; stamp and the rest as given. */
export function samplePage(
  body: string,
  { stamp, ...rest }: Partial<Omit<StoredPage, 'body' | 'stamp'>> & { stamp?: Partial<Stamp> } = {},
): StoredPage {
  return {
    status: 200,
    headers: [['content-type', 'text/html; charset=utf-8']],
    body: encoder.encode(body),
    etag: '"0123456789abcdef"',
    endsAt: null,
    ...rest,
    stamp: { hash: 'h1', seq: 1, stampedAt: 0, reads: [['menu', 'm1']], ...stamp },
  };
}

/** The text of a stored page. */
export function bodyOf(page: StoredPage | null): string | null {
  return page === null ? null : new TextDecoder().decode(page.body);
}
