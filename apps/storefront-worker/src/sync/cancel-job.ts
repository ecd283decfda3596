import type { AuthorizedCall } from '../auth/authorized-call.js';
import type { Environment } from '../environment.js';
import { RequestError } from '../http/request-error.js';
import { logError } from '../log.js';
import { platformClock } from '../platform/clock.js';
import { hasEnded } from '../store-catalog/run-view.js';
import { terminateDrive } from '../workflow/workflow-instances.js';
import { findJob, unknownRun } from './find-job.js';
import { type JobReport, jobReport } from './job-report.js';
import { jobStanding, jobState, knownRuns } from './job-standing.js';
import type { SyncJob } from './sync-job.js';

/** Who cancels is answered within the 120 s that the admin module waits for a byte. */
const PATIENCE_MS = 60_000;

/**
 * Ends a sync that is under way: what it had written until then is published.
 *
 * @param call names the one store it is to end in; in the others it goes on.
 * @returns where it stands when its runs have ended, or after a minute, when they are about to: a step that waits for
 * the shop cannot be broken off.
 * @throws RequestError 404 for a sync that is not known, 409 for one that has ended.
 */
export async function cancelSync(
  environment: Environment,
  call: Pick<AuthorizedCall, 'store'>,
  id: string,
): Promise<JobReport> {
  const job = await findJob(environment, call, id);
  if (job === null) throw unknownRun(id);
  const before = knownRuns(await jobStanding(environment, job));
  if (before.length === 0) throw unknownRun(id);
  if (before.every(hasEnded)) {
    const message = `The sync "${id}" has ended already (${jobState(before)}), so there is nothing to cancel.`;
    throw new RequestError(409, 'already_ended', message);
  }
  if (call.store === null) await stopWorkflow(environment, job);
  await cancelRuns(environment, job);
  const report = await jobReport(environment, job);
  if (report === null) throw unknownRun(id);
  return report;
}

/** Ends the runs of a sync, all of them together within the time that is waited. */
async function cancelRuns(environment: Environment, { runs }: SyncJob): Promise<void> {
  const until = platformClock.now() + PATIENCE_MS;
  // The last first: whoever drives the sync must not get to one that still waits.
  for (const { store, runId } of runs.toReversed()) {
    await environment.STORE_CATALOG.getByName(store).cancel(runId, until);
  }
}

/** Ends the Workflow of a sync, if one drives it; left alone, it would find with its next step that the runs have ended. */
async function stopWorkflow(environment: Environment, { id }: SyncJob): Promise<void> {
  try {
    await terminateDrive(environment, id);
  } catch (error) {
    logError('workflow_not_terminated', { sync: id, reason: String(error) });
  }
}
