/** Pairs of one bulk write, and keys of one bulk delete (https://developers.cloudflare.com/api/resources/kv/). */
export const MAX_BULK_KEYS = 10_000;

/**
 * Bytes of one bulk write. Cloudflare takes 100 MB; a fifth of that is on its way before a request times out, and is
 * quickly sent again when it fails.
 */
export const MAX_BULK_BYTES = 20_000_000;

/** Keys of one bulk read. */
export const MAX_BULK_READS = 100;

/** Keys of one page of a listing. */
export const LIST_PAGE_SIZE = 1_000;

/**
 * Between the beginnings of two requests. Cloudflare takes 1,200 in five minutes from all that a user does, and
 * after one more nothing for five minutes (https://developers.cloudflare.com/fundamentals/api/reference/limits/):
 * this makes 1,000.
 */
export const REQUEST_INTERVAL_MS = 300;

/** For one attempt, body included. */
export const REQUEST_TIMEOUT_MS = 60_000;
