import type { RequestCause } from '@maho-storefront/sync-core';
import type { WorkflowFigures } from './workflow-figures.ts';

/** Where the sync runs. */
export type SyncRuntime = 'node' | 'workerd';

/** Who drives a sync in workerd: the request that asks for it as long as it waits, or the Workflow at once. */
export type SyncDriver = 'request' | 'workflow';

/** The first sync into an empty store, or the one after it with nothing changed. */
export type SyncPass = 'first' | 'repeat';

/** One shop and how slow it is. */
export interface SyncCase {
  /** Listed products. */
  products: number;
  /** The backend waits this long before every answer. */
  latencyMs: number;
}

/** What one sync cost. Heap figures are bytes above the baseline. */
export interface SyncFigures extends SyncCase {
  runtime: SyncRuntime;
  pass: SyncPass;
  /** From the request to the end of the run; pauses that the measuring itself makes are taken out. */
  wallMs: number;
  /** As the backend counted them, retries included. */
  backendRequests: number;
  /** As the run counted them, retries not included. */
  requestsByCause: Partial<Record<RequestCause, number>>;
  /** As the backend counted them. */
  highestInFlight: number;
  /** Puts of any key, the pulse included; in workerd the records alone. */
  kvWrites: number;
  kvDeletes: number;
  /** Bytes of the values put (UTF-8); null where the KV cannot tell. */
  kvBytes: number | null;
  /** Puts, deletes, gets and lists. */
  kvOperations: number;
  /** Most of them in one slice. */
  kvOperationsInSlice: number;
  slices: number;
  /** As the SQLite binding counts them: a Durable Object's includes rows of indexes. */
  rowsWritten: number;
  /** Highest while the sync ran, garbage not yet collected included. */
  heapPeakBytes: number;
  /** Highest after a forced collection: in Node after each slice, in workerd after the run. */
  heapRetainedBytes: number;
  /** Null where none drove the sync. */
  workflow: WorkflowFigures | null;
}
