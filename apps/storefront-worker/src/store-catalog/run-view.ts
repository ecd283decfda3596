import {
  hasRunEnded,
  type RetryingEntity,
  type RunRecord,
  type RunState,
  type SyncedCounts,
  type SyncFailure,
} from '@maho-storefront/sync-core';

/** A run as it is shown; times are epoch ms, 0 = not yet. */
export interface RunView {
  store: string;
  id: string;
  state: RunState;
  scope: string;
  trigger: string;
  createdAt: number;
  startedAt: number;
  finishedAt: number;
  /** Null before the end. */
  synced: SyncedCounts | null;
  written: number;
  unchanged: number;
  deleted: number;
  deferred: number;
  /** What failed and is tried again without being asked. */
  retrying: RetryingEntity[];
  requests: number;
  slices: number;
  /** All failures; `failed` holds the first of them. */
  failures: number;
  failed: SyncFailure[];
}

export function runView(store: string, run: RunRecord): RunView {
  const { id, state, request, createdAt, startedAt, finishedAt, synced, unchanged, retrying, report } = run;
  return {
    store,
    id,
    state,
    scope: request.scope,
    trigger: request.trigger,
    createdAt,
    startedAt,
    finishedAt,
    synced,
    written: report.written,
    unchanged,
    deleted: report.deleted,
    deferred: report.deferred,
    retrying,
    requests: Object.values(report.requests).reduce((sum, count) => sum + count, 0),
    slices: report.slices,
    failures: report.failures,
    failed: report.failed,
  };
}

export function hasEnded(run: { state: RunState }): boolean {
  return hasRunEnded(run);
}
