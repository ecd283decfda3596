import type { StoreDefinition } from '@maho-storefront/kv-schema';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { RequestError } from '../http/request-error.js';
import { type PublicStore, publicStore } from '../registry/public-store.js';
import type { Settings } from '../settings.js';
import type { StoreSetup } from '../store-catalog/store-setup.js';
import { deploymentStores, type StoreWish } from './deployment-stores.js';

/**
 * Reads the registry again: what the stores that a call is about are synced by.
 *
 * @throws RequestError 400 for a store that is not there, 503 while the Worker cannot sync, MahoApiError of the
 * backend where the stores have to be asked from it, and none is known from before.
 */
export async function storeSetups(
  environment: Environment,
  settings: Settings,
  wish: StoreWish,
): Promise<StoreSetup[]> {
  const stores = await deploymentStores(environment, settings, wish);
  const chosen = chooseStores(stores, wish.store);
  const registry = stores.map(publicStore);
  await deploymentPulse(environment).setStores(registry);
  return chosen.map((store) => setupOf(store, registry, settings));
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
