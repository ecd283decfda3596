/** Attempts of one request. */
export const MAX_ATTEMPTS = 6;

const RETRY_BASE_MS = 500;
const RETRY_CAP_MS = 30_000;

/** Cloudflare blocks for five minutes; who asks for more is not waited for. */
export const RETRY_AFTER_CAP_MS = 330_000;

/** A failure, of which the next attempt is to keep its distance. */
export interface RetryMoment {
  /** Number of the attempt that failed, from 1. */
  attempt: number;
  /** What `Retry-After` asked for. */
  retryAfterMs: number | null;
  /** In [0, 1). */
  random: number;
}

/**
 * Milliseconds to wait: with full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/),
 * but at least what was asked for. Null when that is too long.
 */
export function retryDelayMs({ attempt, retryAfterMs, random }: RetryMoment): number | null {
  const backOffMs = Math.floor(random * Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** (attempt - 1)));
  if (retryAfterMs === null) return backOffMs;
  return retryAfterMs > RETRY_AFTER_CAP_MS ? null : retryAfterMs + Math.min(backOffMs, RETRY_BASE_MS);
}

/** Milliseconds that a `Retry-After` asks for (RFC 9110, section 10.2.3); null where it is absent or unreadable. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
