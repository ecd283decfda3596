import type { Environment } from '../environment.js';
import { logError } from '../log.js';
import { terminateDrive } from '../workflow/workflow-instances.js';
import type { SyncJob } from './sync-job.js';

/** Ends the runs of a sync. */
export async function cancelRuns(environment: Environment, { runs }: SyncJob): Promise<void> {
  // The last first: whoever drives the sync must not get to one that still waits.
  for (const { store, runId } of runs.toReversed()) {
    await environment.STORE_CATALOG.getByName(store).cancel(runId);
  }
}

/** Ends the Workflow of a sync, if one drives it; left alone, it would find with its next step that the runs have ended. */
export async function stopWorkflow(environment: Environment, { id }: SyncJob): Promise<void> {
  try {
    await terminateDrive(environment, id);
  } catch (error) {
    logError('workflow_not_terminated', { sync: id, reason: String(error) });
  }
}
