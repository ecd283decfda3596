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

/** The run that a sync drives to its end before it begins that of a store; null for its first, or another store's. */
export function runBefore({ runs }: SyncJob, store: string): StoreRun | null {
  return runs[runs.findIndex((run) => run.store === store) - 1] ?? null;
}

/** The run that comes when that of a store has ended; null after the last. */
export function runAfter({ runs }: SyncJob, store: string): StoreRun | null {
  const position = runs.findIndex((run) => run.store === store);
  return position < 0 ? null : (runs[position + 1] ?? null);
}
