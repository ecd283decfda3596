import { MahoApiError, type MahoErrorCode } from '@maho-storefront/maho-client';

/** Answers that the next request would get as well: going on would only cost time. */
const GONE: ReadonlySet<MahoErrorCode> = new Set([
  'html_response',
  'no_route',
  'protocol_disabled',
  'redirected',
  'timeout',
  'unauthorized',
  'forbidden',
  'unavailable',
  'unknown_store',
]);

/** Those of them that a single request may get from a backend that is well. */
const PASSING: ReadonlySet<MahoErrorCode> = new Set(['timeout', 'unavailable']);

/** Whether an error of a listing read says that the backend as a whole cannot be read. */
export function isBackendGone(error: unknown): boolean {
  return error instanceof MahoApiError && GONE.has(error.code);
}

/** Whether an error of one item's read says so: a time-out of one item does not. */
export function isBackendGoneForItems(error: unknown): boolean {
  return error instanceof MahoApiError && GONE.has(error.code) && !PASSING.has(error.code);
}
