import type { NotStoredReason } from './may-store.js';

/**
 * How an answer came about: from the cache as it was, from the cache after the log had been asked, rendered for the
 * cache, or rendered past it.
 */
export type CacheStatus = 'HIT' | 'REVALIDATED' | 'MISS' | 'BYPASS';

/** What a cache tells of its work; failures named here did not fail the request. */
export type CacheEvent =
  | { type: 'served'; status: CacheStatus; store: string; address: string | null }
  | { type: 'not_stored'; why: NotStoredReason; store: string; address: string }
  | { type: 'store_failed'; operation: 'match' | 'put'; address: string; error: unknown }
  | { type: 'pulse_failed'; store: string; error: unknown };
