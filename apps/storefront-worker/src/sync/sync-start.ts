import type { RunRequest, RunSwitches, RunTrigger } from '@maho-storefront/sync-core';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { RequestError } from '../http/request-error.js';
import { platformClock } from '../platform/clock.js';
import { throughResets } from '../platform/object-reset.js';
import type { Settings } from '../settings.js';
import type { StoreSetup } from '../store-catalog/store-setup.js';
import { storeSetups } from './store-setups.js';
import type { SyncJob } from './sync-job.js';
import { isById, type SyncType } from './sync-type.js';

/** What is asked for. */
export interface SyncOrder {
  type: SyncType;
  /** Null for all stores. */
  store: string | null;
  trigger: RunTrigger;
  switches: RunSwitches;
  /** Of a by-id sync; absent or null otherwise. */
  ids?: number[] | null;
  /** Of a sync of changes, epoch ms; absent or null for the time since the last one. */
  updatedSince?: number | null;
}

/** The run that an order asks each of its stores for. */
export function runRequest({ type, trigger, switches, ids, updatedSince }: SyncOrder): RunRequest {
  return {
    scope: type.scope,
    trigger,
    switches,
    ...(ids == null ? {} : { ids }),
    ...(updatedSince == null ? {} : { updatedSince }),
  };
}

/** Whether its runs compare all of a store's keys with KV. */
function comparesKv({ switches, trigger, type }: SyncOrder): boolean {
  return switches.rebuild || (trigger === 'schedule' && type.scope === 'full');
}

/**
 * Reads the registry again and asks every store for its run; none is begun yet.
 *
 * @throws RequestError 400 for a store that is not there, 503 while the Worker cannot sync, MahoApiError of the
 * backend where the stores have to be asked from it.
 */
export async function startSync(
  environment: Environment,
  settings: Settings,
  order: SyncOrder,
  now: number,
): Promise<SyncJob> {
  const setups = await storeSetups(environment, settings, {
    store: order.store,
    takesKnown: isById(order.type),
  });
  const id = crypto.randomUUID();
  const job: SyncJob = { id, type: order.type.name, createdAt: now, runs: [] };
  const pulse = deploymentPulse(environment);
  // Known before its first run is: whatever becomes of this call, who drives a run can tell which one it waits for.
  await pulse.addJob({ ...job, runs: setups.map(({ store }) => ({ store, runId: id })) });
  for (const setup of setups) {
    job.runs.push({ store: setup.store, runId: await register(environment, setup, runRequest(order), id) });
  }
  if (job.runs.some(({ runId }) => runId !== id)) await pulse.addJob(job);
  if (comparesKv(order)) await pulse.restore({ mayLag: !order.switches.rebuild });
  return job;
}

/** Asks a store for its run, through a reset as well: whoever asks by id may have forgotten the ids. */
async function register(
  environment: Environment,
  setup: StoreSetup,
  request: RunRequest,
  id: string,
): Promise<string> {
  const registration = await throughResets(platformClock, async () =>
    environment.STORE_CATALOG.getByName(setup.store).register(setup, request, id),
  );
  if ('refused' in registration) throw new RequestError(503, 'index_too_new', registration.refused);
  return registration.runId;
}
