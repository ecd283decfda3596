import type { Pulse } from './pulse.js';
import type { PageRead } from './read-recorder.js';
import type { StoredPage } from './stored-page.js';

/**
 * How long a page from a later publish than one's own pulse is believed. Ten minutes is far more than a key-value
 * store lags; a page that is still "newer" after that comes from a sequence that was begun again.
 */
export const NEWER_TRUST_MS = 10 * 60 * 1000;

/**
 * What a kept page is worth to somebody who knows this pulse:
 * - `hit`: nothing was published since its stamp;
 * - `revalidated`: something was, but nothing that it shows; to be stamped with this pulse;
 * - `newer`: it comes from a later publish than this pulse, which is the stale one; to be served and left alone;
 * - `miss`: to be rendered again.
 */
export type Verdict = 'hit' | 'revalidated' | 'newer' | 'miss';

/**
 * Judges a kept page by what is known of the data now.
 *
 * An equal hash alone is not enough: a page may have read content that was written, not yet published, and taken
 * back before the next publish, so that the hash came back without it. That is why a lower seq always asks the log.
 * @param now epoch milliseconds
 */
export function judge(
  { stamp, endsAt }: Pick<StoredPage, 'stamp' | 'endsAt'>,
  pulse: Pulse,
  now: number,
): Verdict {
  if (endsAt !== null && endsAt <= now) return 'miss';
  if (stamp.seq === pulse.seq) return stamp.hash === pulse.hash ? 'hit' : 'miss';
  if (stamp.seq > pulse.seq) return now - stamp.stampedAt < NEWER_TRUST_MS ? 'newer' : 'miss';
  return isUntouched(stamp.reads, stamp.seq, pulse) ? 'revalidated' : 'miss';
}

/** Whether the log reaches back to `seq`, and every key that was read still has the content that was seen. */
function isUntouched(reads: readonly PageRead[], seq: number, pulse: Pulse): boolean {
  const changes = pulse.changesSince(seq);
  if (!changes.reaches) return false;
  // A changed key is no harm if the page has read the new content already: records are written before they are
  // published, and an edit that is taken back ends where it began.
  return reads.every(([key, fingerprint]) => !changes.has(key) || pulse.expects(key) === fingerprint);
}
