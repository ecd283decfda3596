import type { StoreDefinition } from '@maho-storefront/kv-schema';
import { MahoApiClient } from '@maho-storefront/maho-client';
import { withBackendLease } from '../deployment/backend-lease.js';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { RequestError } from '../http/request-error.js';
import { platformClock } from '../platform/clock.js';
import { type ActiveStore, readStoreRegistry } from '../registry/store-registry.js';
import type { Settings } from '../settings.js';

/** The deployment's stores by the rules of `readStoreRegistry`, over this Worker's bindings. */
export function deploymentStores(environment: Environment, settings: Settings): Promise<StoreDefinition[]> {
  return readStoreRegistry({
    kv: environment.CONTENT,
    stores: settings.stores,
    activeStores: () => activeStores(environment, settings),
  });
}

/**
 * The backend's active store views. While other syncs use all requests it may get, those that it named last: a
 * sync must not be turned away because another one is under way.
 */
async function activeStores(environment: Environment, settings: Settings): Promise<ActiveStore[]> {
  const { mahoApiUrl, basicAuth, workerAuth } = settings;
  if (mahoApiUrl === null) {
    throw new RequestError(
      503,
      'not_configured',
      'MAHO_API_URL is not set. Set it to the address of the shop.',
    );
  }
  const client = new MahoApiClient({
    baseUrl: mahoApiUrl,
    basicAuth: basicAuth ?? undefined,
    workerAuth: workerAuth ?? undefined,
  });
  const permits = deploymentPulse(environment);
  const holder = `registry:${crypto.randomUUID()}`;
  const stores = await withBackendLease({ permits, holder, want: 1, clock: platformClock }, () =>
    client.stores(),
  );
  if (stores !== null) return stores;
  const known = await permits.stores();
  if (known.length > 0) return known;
  throw new RequestError(
    503,
    'backend_busy',
    'Other syncs use all requests the backend may get. Try again shortly.',
    {
      'Retry-After': '10',
    },
  );
}
