import type { SyncedCounts, SyncFailure } from '@maho-storefront/sync-core';
import { hasEnded, type RunView } from '../store-catalog/run-view.js';
import type { SyncJob } from './sync-job.js';
import type { SyncType } from './sync-type.js';

/** Something that could not be brought up to date and is looked at again by itself. */
export interface Retrying {
  store: string;
  entity: string;
  id: number;
  /** When it is tried again, ISO, UTC. */
  at: string;
}

/** What one store contributed. */
export interface StoreAnswer {
  code: string;
  run: string;
  state: RunView['state'];
  synced: Partial<SyncedCounts>;
  written: number;
  unchanged: number;
  deleted: number;
  deferred: number;
  /** Number of failures. */
  failed: number;
  duration: string;
}

/** The documented answer of a sync that has ended. */
export interface SyncAnswer {
  success: boolean;
  error?: string;
  message?: string;
  synced: Partial<SyncedCounts>;
  duration: string;
  stores: StoreAnswer[];
  written: number;
  unchanged: number;
  deleted: number;
  retrying: Retrying[];
  /** Writes that a plan's daily limit put off. */
  deferred: number;
  /** The first failures; there only if something failed. */
  failed?: SyncFailure[];
  /** Hash of the global pulse. */
  pulse: string | null;
  run: string;
}

const CANCELLED = 'sync_cancelled';

export function syncAnswer(
  job: SyncJob,
  type: SyncType,
  runs: readonly RunView[],
  pulse: string | null,
): SyncAnswer {
  const failed = runs.flatMap((run) => run.failed);
  const isSuccess = runs.every((run) => run.state === 'succeeded' && run.failures === 0);
  const end = Math.max(job.createdAt, ...runs.map(({ finishedAt }) => finishedAt));
  return {
    success: isSuccess,
    ...(isSuccess ? {} : reasonOf(runs)),
    synced: sumSynced(type, runs),
    duration: duration(end - job.createdAt),
    stores: runs.map((run) => storeAnswer(type, run)),
    written: sum(runs, 'written'),
    unchanged: sum(runs, 'unchanged'),
    deleted: sum(runs, 'deleted'),
    retrying: runs.flatMap(retryingOf),
    deferred: sum(runs, 'deferred'),
    ...(isSuccess ? {} : { failed }),
    pulse,
    run: job.id,
  };
}

function retryingOf({ store, retrying }: RunView): Retrying[] {
  return retrying.map(({ entity, id, at }) => ({ store, entity, id, at: new Date(at).toISOString() }));
}

function storeAnswer(type: SyncType, run: RunView): StoreAnswer {
  return {
    code: run.store,
    run: run.id,
    state: run.state,
    synced: sumSynced(type, [run]),
    written: run.written,
    unchanged: run.unchanged,
    deleted: run.deleted,
    deferred: run.deferred,
    failed: run.failures,
    duration: duration(hasEnded(run) ? run.finishedAt - run.startedAt : 0),
  };
}

function sumSynced({ synced }: SyncType, runs: readonly RunView[]): Partial<SyncedCounts> {
  return Object.fromEntries(
    synced.map((name) => [name, runs.reduce((total, run) => total + (run.synced?.[name] ?? 0), 0)]),
  );
}

function sum(runs: readonly RunView[], count: 'written' | 'unchanged' | 'deleted' | 'deferred'): number {
  return runs.reduce((total, run) => total + run[count], 0);
}

/** Status of the answer to who waits for the sync. */
export function answerStatus({ success, error }: SyncAnswer): 200 | 409 | 502 {
  if (success) return 200;
  return error === CANCELLED ? 409 : 502;
}

function reasonOf(runs: readonly RunView[]): { error: string; message: string } {
  const cancelled = runs.filter(({ state }) => state === 'cancelled').map(({ store }) => store);
  if (cancelled.length === 0) return { error: 'sync_failed', message: failureMessage(runs) };
  const message = `The sync was cancelled (${cancelled.join(', ')}). What it had written until then is published.`;
  return { error: CANCELLED, message };
}

/** The reason of a backend failure names method, URL and status by itself. */
function failureMessage(runs: readonly RunView[]): string {
  const failures = runs.reduce((total, run) => total + run.failures, 0);
  const [first] = runs.flatMap((run) => run.failed);
  if (first === undefined) return 'A run ended without success and without a reason.';
  const what = first.id === null ? first.entity : `${first.entity} ${first.id}`;
  const more = failures > 1 ? ` And ${failures - 1} more: see "failed".` : '';
  return `Store ${first.store}, ${what}: ${first.reason}${more}`;
}

function duration(ms: number): string {
  return `${(Math.max(0, ms) / 1_000).toFixed(1)}s`;
}
