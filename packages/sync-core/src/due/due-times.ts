import { fingerprint } from '@maho-storefront/kv-schema';
import { nextDateBoundary } from './date-window.js';

/** The backend keeps an item for 300 s, whatever flushes it or not; 10 s more for clocks that differ. */
const SECOND_LOOK_MS = 310_000;
/** Times are rounded, so that what falls due together is done by one run. */
const STEP_MS = 10_000;
const DETAIL_STEP_MS = 15 * 60 * 1000;

const DETAIL_MAX_AGE_MS = 24 * 60 * 60 * 1000;
const DETAIL_EARLIEST_SHARE = 0.75;
const UINT32 = 2 ** 32;

/**
 * When a detail read at `readAt` is to be read again: after 18 to 24 hours, spread by id so that a shop's
 * details never fall due together.
 */
export function detailDueAt(type: string, id: number, readAt: number): number {
  const spread = Number.parseInt(fingerprint(`${type}:${id}`), 16) / UINT32;
  const share = DETAIL_EARLIEST_SHARE + (1 - DETAIL_EARLIEST_SHARE) * spread;
  const at = readAt + Math.floor(DETAIL_MAX_AGE_MS * share);
  return Math.floor(at / DETAIL_STEP_MS) * DETAIL_STEP_MS;
}

/** When an item that was read at `readAt` has surely left the backend's cache. */
export function secondLookAt(readAt: number): number {
  return Math.ceil((readAt + SECOND_LOOK_MS) / STEP_MS) * STEP_MS;
}

/** Dates of a product between which its price or its “new” badge counts. */
export interface ProductDates {
  specialFromDate?: string | undefined;
  specialToDate?: string | undefined;
  newsFromDate?: string | undefined;
  newsToDate?: string | undefined;
}

/** Next moment a product's price or badge changes by date; null when none is ahead. */
export function windowDueAt(dates: ProductDates, timeZone: string, now: number): number | null {
  return nextDateBoundary(
    [dates.specialFromDate, dates.newsFromDate],
    [dates.specialToDate, dates.newsToDate],
    timeZone,
    now,
  );
}

const RETRY_BASE_MS = 60_000;
const RETRY_MAX_MS = 60 * 60 * 1000;

/** When to try again what has failed `attempts` times: 1, 2, 4 … minutes, an hour at the most. */
export function retryDueAt(attempts: number, now: number): number {
  const pause = Math.min(RETRY_MAX_MS, RETRY_BASE_MS * 2 ** Math.min(attempts - 1, 10));
  return Math.ceil((now + pause) / STEP_MS) * STEP_MS;
}
