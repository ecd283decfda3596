import type { RunProgress } from '@maho-storefront/sync-core';
import type { Environment } from '../environment.js';
import { hasEnded, type RunView } from '../store-catalog/run-view.js';
import type { SyncJob } from './sync-job.js';

/** A job's run in one store, with where it stands. */
export interface StoreStanding {
  store: string;
  /** Null when the store no longer keeps it. */
  run: RunView | null;
  progress: RunProgress | null;
}

/** Reads where the runs of a job stand; nothing is driven by it. */
export async function jobStanding(environment: Environment, job: SyncJob): Promise<StoreStanding[]> {
  const standing: StoreStanding[] = [];
  for (const { store, runId } of job.runs) {
    const catalog = environment.STORE_CATALOG.getByName(store);
    const run = await catalog.findRun(runId);
    const isUnderWay = run !== null && !hasEnded(run);
    standing.push({ store, run, progress: isUnderWay ? await catalog.progress(runId) : null });
  }
  return standing;
}

/** The runs of a job that their stores still keep. */
export function knownRuns(standing: readonly StoreStanding[]): RunView[] {
  return standing.map(({ run }) => run).filter((run) => run !== null);
}

/** State of the job as a whole: it has failed, or been cancelled, only when all has ended. */
export function jobState(runs: readonly RunView[]): RunView['state'] {
  if (runs.every(({ state }) => state === 'queued')) return 'queued';
  if (!runs.every(hasEnded)) return 'running';
  if (runs.some(({ state }) => state === 'cancelled')) return 'cancelled';
  return runs.every(({ state }) => state === 'succeeded') ? 'succeeded' : 'failed';
}
