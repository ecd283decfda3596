import { entityTag } from './entity-tag.js';
import type { PageRead } from './read-recorder.js';
import type { RenderedPage } from './rendered-page.js';
import { storedHeaders } from './stored-headers.js';

/** What a page was true for, and what it depends on. */
export interface Stamp {
  /** Hash and seq of the pulse that was read before the page was rendered, or with which it was validated last. */
  readonly hash: string;
  readonly seq: number;
  /** Epoch milliseconds at which that pulse was in use. */
  readonly stampedAt: number;
  /** Every key it read, misses included. */
  readonly reads: readonly PageRead[];
}

/** A page in the form in which it is kept and served. */
export interface StoredPage {
  readonly status: number;
  /** Lower-case names, from the allow-list only. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** UTF-8, so that serving the page again encodes nothing. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** Strong, from the body, in quotes. */
  readonly etag: string;
  readonly stamp: Stamp;
  /** Epoch milliseconds from which on the page is not served any more; null for a page without an end. */
  readonly endsAt: number | null;
}

const encoder = new TextEncoder();

/** The stored form of a rendered page: its bytes, their ETag, and the headers that may be kept. */
export async function storedForm(
  page: RenderedPage,
  stamp: Stamp,
  endsAt: number | null,
): Promise<StoredPage> {
  const body = encoder.encode(page.body);
  return {
    status: page.status ?? 200,
    headers: storedHeaders(page.headers),
    body,
    etag: await entityTag(body),
    stamp,
    endsAt,
  };
}

/** The same page, known to be true for a later pulse too. */
export function restamped(page: StoredPage, pulse: { hash: string; seq: number }, now: number): StoredPage {
  return { ...page, stamp: { ...page.stamp, hash: pulse.hash, seq: pulse.seq, stampedAt: now } };
}
