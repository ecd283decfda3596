import type { AuthorizedCall } from '../auth/authorized-call.js';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { RequestError } from '../http/request-error.js';
import type { SyncJob } from './sync-job.js';

/** A sync that was asked for, or a run that an alarm began by itself. */
export async function findJob(
  environment: Environment,
  call: Pick<AuthorizedCall, 'store'>,
  id: string,
): Promise<SyncJob | null> {
  const stores = await askedStores(environment, call);
  const job = await deploymentPulse(environment).findJob(id);
  if (job !== null) return { ...job, runs: job.runs.filter(({ store }) => stores.includes(store)) };
  for (const store of stores) {
    const run = await environment.STORE_CATALOG.getByName(store).findRun(id);
    if (run !== null) return { id, type: run.scope, createdAt: run.createdAt, runs: [{ store, runId: id }] };
  }
  return null;
}

/**
 * The stores a call is about: the one it names, or all.
 *
 * @throws RequestError 400 for a store that is not there.
 */
export async function askedStores(
  environment: Environment,
  { store }: Pick<AuthorizedCall, 'store'>,
): Promise<string[]> {
  const known = (await deploymentPulse(environment).stores()).map(({ code }) => code);
  if (store === null) return known;
  if (known.includes(store)) return [store];
  throw new RequestError(
    400,
    'unknown_store',
    `There is no store "${store}". Known stores: ${known.join(', ') || 'none before the first sync'}.`,
  );
}

export function unknownRun(id: string): RequestError {
  return new RequestError(404, 'unknown_run', `There is no run "${id}", or it is too long ago.`);
}
