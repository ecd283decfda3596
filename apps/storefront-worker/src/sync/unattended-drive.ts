import type { Environment } from '../environment.js';
import { logError } from '../log.js';
import type { Settings } from '../settings.js';
import type { StoreRun } from '../store-catalog/catalog-memory.js';
import { driveOrder } from '../workflow/sync-drive-order.js';
import { startDrive } from '../workflow/workflow-instances.js';
import type { SyncJob } from './sync-job.js';

/**
 * Lets runs go on while nobody waits for them: driven by the Workflow, or by alarms where it is not bound or cannot
 * be started. Either way, a run that shows no sign of life for a minute is taken over by its store's alarm. A run that
 * the sync shares with an earlier one, which it was made for, is driven by that.
 *
 * @param runs what is left of the sync, in order.
 */
export async function driveUnattended(
  environment: Environment,
  { plan }: Settings,
  job: SyncJob,
  runs: readonly StoreRun[],
): Promise<void> {
  const own = runs.filter(({ runId }) => runId === job.id);
  const [first] = own;
  if (first === undefined) return;
  if (environment.SYNC_WORKFLOW !== undefined) {
    try {
      await startDrive(environment, driveOrder(job, own, plan));
      return;
    } catch (error) {
      logError('workflow_not_started', { sync: job.id, reason: String(error) });
    }
  }
  await environment.STORE_CATALOG.getByName(first.store).handOver(first.runId);
}
