import type { StoreDefinition } from '@maho-storefront/kv-schema';
import type { RunSwitches, RunTrigger } from '@maho-storefront/sync-core';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { RequestError } from '../http/request-error.js';
import { type PublicStore, publicStore } from '../registry/public-store.js';
import type { Settings } from '../settings.js';
import type { StoreRun } from '../store-catalog/catalog-memory.js';
import type { StoreSetup } from '../store-catalog/store-setup.js';
import { deploymentStores } from './deployment-stores.js';
import type { SyncJob } from './sync-job.js';
import type { SyncType } from './sync-type.js';

/** What is asked for. */
export interface SyncOrder {
  type: SyncType;
  /** Null for all stores. */
  store: string | null;
  trigger: RunTrigger;
  switches: RunSwitches;
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
  const stores = await deploymentStores(environment, settings);
  const chosen = chooseStores(stores, order.store);
  const registry = stores.map(publicStore);
  const pulse = deploymentPulse(environment);
  await pulse.setStores(registry);
  const setups = chosen.map((store) => setupOf(store, registry, settings));
  const id = crypto.randomUUID();
  const runs: StoreRun[] = [];
  const request = { scope: order.type.scope, trigger: order.trigger, switches: order.switches };
  for (const setup of setups) {
    const registration = await environment.STORE_CATALOG.getByName(setup.store).register(setup, request, id);
    if ('refused' in registration) throw new RequestError(503, 'index_too_new', registration.refused);
    runs.push({ store: setup.store, runId: registration.runId });
  }
  const job: SyncJob = { id, type: order.type.name, createdAt: now, runs };
  await pulse.addJob(job);
  return job;
}

function chooseStores(stores: readonly StoreDefinition[], code: string | null): readonly StoreDefinition[] {
  if (code === null) return stores;
  const store = stores.find((candidate) => candidate.code === code);
  if (store !== undefined) return [store];
  const known = stores.map((candidate) => candidate.code).join(', ');
  throw new RequestError(400, 'unknown_store', `There is no store "${code}". Known stores: ${known}.`);
}

function setupOf(store: StoreDefinition, registry: PublicStore[], settings: Settings): StoreSetup {
  return {
    store: store.code,
    backendUrl: backendOf(store, settings),
    registry,
    plan: settings.plan,
    pulseOnEverySync: settings.pulseOnEverySync,
  };
}

function backendOf(store: StoreDefinition, { mahoApiUrl }: Settings): string {
  const url = store.apiUrl ?? mahoApiUrl;
  if (url !== null) return url;
  throw new RequestError(
    503,
    'not_configured',
    `MAHO_API_URL is not set, so store "${store.code}" has no backend. Set it to the address of the shop.`,
  );
}
