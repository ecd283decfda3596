import type { Plan } from '@maho-storefront/sync-core';
import type { StoreRun } from '../store-catalog/catalog-memory.js';
import type { SyncJob } from '../sync/sync-job.js';

/** How much one instance, and one step of it, may do. */
export interface DriveBounds {
  slicesPerStep: number;
  slicesPerInstance: number;
}

/** What an instance of the Workflow is started with. */
export interface SyncDriveOrder extends DriveBounds {
  /** Id of the sync. */
  job: string;
  /** 1 for the first instance; what one leaves goes on in the next. */
  part: number;
  /** In the order they are driven. */
  runs: StoreRun[];
}

/**
 * An instance has 1,024 steps on the free plan and more on the paid one, but its subrequests are counted over all
 * of its steps: 50 on the free plan, on the paid one 1,000 where an account is not given more
 * (https://developers.cloudflare.com/workflows/reference/limits/). A slice is one; the rest is for steps that are
 * tried again. On the paid plan a step is about a minute of work: so often the run shows in the dashboard.
 */
const BOUNDS: Readonly<Record<Plan, DriveBounds>> = {
  free: { slicesPerStep: 5, slicesPerInstance: 30 },
  paid: { slicesPerStep: 6, slicesPerInstance: 900 },
};

/** The order that drives these runs of a sync. */
export function driveOrder(job: Pick<SyncJob, 'id'>, runs: readonly StoreRun[], plan: Plan): SyncDriveOrder {
  return { job: job.id, part: 1, runs: [...runs], ...BOUNDS[plan] };
}

/** Id of an instance; the same for the same part of the same sync, so that it is started once. */
export function instanceId(job: string, part: number): string {
  return part === 1 ? job : `${job}-${part}`;
}
