import type { StoreRun } from '../store-catalog/catalog-memory.js';

/** One sync of the deployment: a run in each of its stores, in the order they are driven. */
export interface SyncJob {
  id: string;
  /** Name of its `SyncType`. */
  type: string;
  /** Epoch ms. */
  createdAt: number;
  runs: StoreRun[];
}
