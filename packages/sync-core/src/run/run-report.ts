import type { KvKey } from '@maho-storefront/kv-schema';
import type { DueReason } from '../due/due-table.js';
import type { SyncEntity } from './sync-scope.js';

/** Something that a run could not bring up to date. */
export interface SyncFailure {
  store: string;
  entity: SyncEntity;
  /** Null when the entity as a whole failed. */
  id: number | null;
  reason: string;
}

export type RequestCause =
  | 'store-config'
  | 'stores'
  | 'countries'
  | 'category-list'
  | 'category'
  | 'product-page'
  | 'listing-records'
  | 'product'
  | 'product-probe'
  | 'option-prices'
  | 'category-listing'
  | 'cms'
  | 'blog';

/**
 * Why a key was written: its entity was due for this reason; `read`, a run that reads it anyway found it
 * changed; `unclaimed`, nothing belongs there any more.
 */
export type WriteReason = DueReason | 'read' | 'unclaimed';

/** Type of the key and reason, as in `product:requested`. */
export type WriteCause = `${KvKey['type']}:${WriteReason}`;

/** What a run did. Counts are of KV keys unless said otherwise. */
export interface RunReport {
  written: number;
  deleted: number;
  /** Writes left for another day by a plan's daily limit. */
  deferred: number;
  /** Backend requests by what they were for, retries not counted. */
  requests: Partial<Record<RequestCause, number>>;
  /** Puts and deletes of KV keys by what they were for; together `written` + `deleted`. */
  writes: Partial<Record<WriteCause, number>>;
  kvOperations: number;
  /** Most KV operations that one slice used. */
  kvOperationsInSlice: number;
  slices: number;
  indexRowsWritten: number;
  /** At most `MAX_FAILURES` of them; `failures` counts all. */
  failed: SyncFailure[];
  failures: number;
}

/** Failures kept one by one: a backend that is down must not fill the index. */
export const MAX_FAILURES = 200;

export function emptyReport(): RunReport {
  return {
    written: 0,
    deleted: 0,
    deferred: 0,
    requests: {},
    writes: {},
    kvOperations: 0,
    kvOperationsInSlice: 0,
    slices: 0,
    indexRowsWritten: 0,
    failed: [],
    failures: 0,
  };
}
