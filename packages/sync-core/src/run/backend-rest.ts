import { MahoApiError } from '@maho-storefront/maho-client';
import type { Meta } from '../catalog-index/meta.js';

/** After a run that failed, due work pauses for a minute. */
const REST_MS = 60_000;
/** About an hour. */
const MOST_DOUBLINGS = 6;

/** Notes that the backend says there is no such store view: nothing helps but that somebody opens it again. */
export function noteIfUnknownStore(meta: Meta, error: unknown): void {
  if (!(error instanceof MahoApiError) || error.code !== 'unknown_store') return;
  meta.set('unknown-store', String(timesUnknown(meta) + 1));
}

/** Notes that the backend answers for the store. */
export function noteKnownStore(meta: Meta): void {
  if (meta.get('unknown-store') !== undefined) meta.delete('unknown-store');
}

/**
 * How long due work pauses after a run that failed, ms. What is down may be up in a minute; a store that the backend
 * does not know is asked for after twice as long each time.
 */
export function restAfterFailure(meta: Meta): number {
  const doublings = Math.max(0, timesUnknown(meta) - 1);
  return REST_MS * 2 ** Math.min(doublings, MOST_DOUBLINGS);
}

function timesUnknown(meta: Meta): number {
  return Number(meta.get('unknown-store') ?? 0);
}
