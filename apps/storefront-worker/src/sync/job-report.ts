import type { RunProgress } from '@maho-storefront/sync-core';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { isoTime } from '../formatting/iso-time.js';
import { hasEnded, type RunView } from '../store-catalog/run-view.js';
import { jobStanding, jobState, knownRuns, type StoreStanding } from './job-standing.js';
import { syncAnswer } from './sync-answer.js';
import type { SyncJob } from './sync-job.js';
import { FULL_SYNC, syncTypeOf } from './sync-type.js';

/** What `GET /sync/runs/{id}` says of a sync. */
export interface JobReport {
  body: object;
  hasEnded: boolean;
  /** Durable Objects that were asked for it. */
  calls: number;
}

/** How far a sync is, or its answer once it has ended; null where no store keeps its runs any more. */
export async function jobReport(environment: Environment, job: SyncJob): Promise<JobReport | null> {
  const standing = await jobStanding(environment, job);
  const runs = knownRuns(standing);
  if (runs.length === 0) return null;
  const isOver = runs.every(hasEnded);
  const body = {
    state: jobState(runs),
    type: job.type,
    createdAt: isoTime(job.createdAt),
    products: sumProducts(standing),
    ...(isOver
      ? await endReport(environment, job, runs)
      : { run: job.id, stores: standing.map(progressEntry) }),
  };
  const progresses = standing.filter(({ progress }) => progress !== null).length;
  return { body, hasEnded: isOver, calls: standing.length + progresses + (isOver ? 1 : 0) };
}

/** The same as the answer of a sync that was waited for. */
async function endReport(environment: Environment, job: SyncJob, runs: readonly RunView[]) {
  const { hash } = await deploymentPulse(environment).settledState();
  return syncAnswer(job, syncTypeOf(job.type) ?? FULL_SYNC, runs, hash);
}

function progressEntry({ store, run, progress }: StoreStanding) {
  return {
    code: store,
    run: run?.id ?? null,
    state: run?.state ?? null,
    stage: progress?.stage ?? null,
    products: productsOf(run, progress),
    written: run?.written ?? 0,
    deleted: run?.deleted ?? 0,
    failed: run?.failures ?? 0,
  };
}

function productsOf(run: RunView | null, progress: RunProgress | null): RunProgress['products'] {
  if (progress !== null) return progress.products;
  const inKv = run !== null && hasEnded(run) ? (run.synced?.products ?? 0) : 0;
  return { listed: inKv, inKv };
}

function sumProducts(standing: readonly StoreStanding[]): RunProgress['products'] {
  const each = standing.map(({ run, progress }) => productsOf(run, progress));
  return {
    listed: each.reduce((sum, { listed }) => sum + listed, 0),
    inKv: each.reduce((sum, { inKv }) => sum + inKv, 0),
  };
}
