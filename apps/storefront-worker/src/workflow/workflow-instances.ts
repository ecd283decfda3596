import type { Environment } from '../environment.js';
import { instanceId, type SyncDriveOrder } from './sync-drive-order.js';

type Instance = Awaited<ReturnType<Workflow['get']>>;

/** States in which an instance does nothing any more. */
const ENDED: ReadonlySet<InstanceStatus['status']> = new Set(['complete', 'errored', 'terminated']);

/**
 * Starts an instance; nothing happens when it is there already.
 *
 * @throws Error where there is no Workflow, and what its `create` throws.
 */
export async function startDrive(
  { SYNC_WORKFLOW }: Pick<Environment, 'SYNC_WORKFLOW'>,
  order: SyncDriveOrder,
): Promise<void> {
  if (SYNC_WORKFLOW === undefined) throw new Error('The Worker has no binding SYNC_WORKFLOW.');
  const id = instanceId(order.job, order.part);
  try {
    await SYNC_WORKFLOW.create({ id, params: order });
  } catch (error) {
    if ((await findInstance(SYNC_WORKFLOW, id)) === null) throw error;
  }
}

/** Ends whatever instance drives a sync. */
export async function terminateDrive(
  { SYNC_WORKFLOW }: Pick<Environment, 'SYNC_WORKFLOW'>,
  job: string,
): Promise<void> {
  if (SYNC_WORKFLOW === undefined) return;
  for (let part = 1; ; part += 1) {
    const instance = await findInstance(SYNC_WORKFLOW, instanceId(job, part));
    if (instance === null) return;
    if (!ENDED.has((await instance.status()).status)) await instance.terminate();
  }
}

async function findInstance(workflow: Workflow<SyncDriveOrder>, id: string): Promise<Instance | null> {
  try {
    return await workflow.get(id);
  } catch (error) {
    if (error instanceof Error && error.message.includes('not_found')) return null;
    throw error;
  }
}
