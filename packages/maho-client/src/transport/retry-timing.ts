/** First delay is up to this: long enough for a PHP worker to come free. */
export const RETRY_BASE_MS = 300;

/** No back-off delay is longer: a slice of a sync must end, and a longer outage is for the next run. */
export const RETRY_CAP_MS = 10_000;

/** A `Retry-After` is honoured up to this: Maho asks for 3,600 s during an upgrade, and no caller waits that long. */
export const RETRY_AFTER_CAP_MS = 30_000;

/** What decides how long to wait before the next attempt. */
export interface RetryMoment {
  /** Number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** What `Retry-After` asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** A number in [0, 1). */
  readonly random: number;
}

/**
 * Milliseconds to wait before the next attempt.
 *
 * Full jitter (a random part of an exponentially growing bound), so that clients that failed together do not come
 * back together: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/. A `Retry-After`
 * is the least to wait, and the jitter of a first retry comes on top.
 */
export function retryDelayMs({ attempt, retryAfterMs, random }: RetryMoment): number {
  if (retryAfterMs !== undefined) {
    return Math.min(RETRY_AFTER_CAP_MS, retryAfterMs + Math.floor(random * RETRY_BASE_MS));
  }
  return Math.floor(random * Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** (attempt - 1)));
}

/**
 * Milliseconds that a `Retry-After` header asks for, `undefined` if it is absent or unreadable.
 *
 * Both forms of RFC 9110 section 10.2.3: seconds, or an HTTP date, which is compared with `nowMs`.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  const sent = header?.trim() ?? '';
  if (sent === '') return undefined;
  if (/^\d+$/.test(sent)) return Number(sent) * 1000;
  const at = Date.parse(sent);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
