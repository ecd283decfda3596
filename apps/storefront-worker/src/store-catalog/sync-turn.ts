import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { runAfter, runBefore } from '../sync/sync-job.js';
import { hasEnded } from './run-view.js';

/**
 * Whether a store's run has to wait because the sync that asked for it is still at the store before. A run is known by
 * the id of the sync it was made for. Nobody waits for himself: the run before was never made later.
 */
export async function isBehindAnother(
  environment: Environment,
  store: string,
  runId: string,
): Promise<boolean> {
  const job = await deploymentPulse(environment).findJob(runId);
  const before = job === null ? null : runBefore(job, store);
  if (before === null) return false;
  const run = await environment.STORE_CATALOG.getByName(before.store).findRun(before.runId);
  return run !== null && !hasEnded(run);
}

/** Lets alarms go on with the run that a sync has next, if there is one. */
export async function beginNext(environment: Environment, store: string, runId: string): Promise<void> {
  const job = await deploymentPulse(environment).findJob(runId);
  const next = job === null ? null : runAfter(job, store);
  if (next !== null) await environment.STORE_CATALOG.getByName(next.store).handOver(next.runId);
}
