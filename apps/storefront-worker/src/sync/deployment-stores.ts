import type { StoreDefinition } from '@maho-storefront/kv-schema';
import { MahoApiClient, MahoApiError } from '@maho-storefront/maho-client';
import { withBackendLease } from '../deployment/backend-lease.js';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { RequestError } from '../http/request-error.js';
import { logError } from '../log.js';
import { platformClock } from '../platform/clock.js';
import { type ActiveStore, readStoreRegistry } from '../registry/store-registry.js';
import type { Settings } from '../settings.js';

/** What a call needs the stores for. */
export interface StoreWish {
  /** Code of the one it names; null for all. */
  store: string | null;
  /**
   * The stores known from the sync before are good enough: what was edited must not wait for, or be lost with, a
   * question that the next other sync asks anyway.
   */
  takesKnown: boolean;
}

/** Shorter than the client's own: the sync itself is still to come, and its caller waits. */
const REQUEST_TIMEOUT_MS = 10_000;
const REQUEST_RETRIES = 1;

/** The deployment's stores by the rules of `readStoreRegistry`, over this Worker's bindings. */
export function deploymentStores(
  environment: Environment,
  settings: Settings,
  wish: StoreWish,
): Promise<StoreDefinition[]> {
  return readStoreRegistry({
    kv: environment.CONTENT,
    stores: settings.stores,
    activeStores: () => activeStores(environment, settings, wish),
  });
}

/**
 * The backend's active store views. While it cannot be asked, those that it named last: a sync must not be turned
 * away because another one is under way, and one that fails must be seen to fail.
 */
async function activeStores(
  environment: Environment,
  settings: Settings,
  { store, takesKnown }: StoreWish,
): Promise<ActiveStore[]> {
  const known = await storesOfBackend(environment);
  if (takesKnown && isAmong(known, store)) return known;
  try {
    const stores = await askBackend(environment, settings);
    if (stores !== null) return stores;
  } catch (error) {
    if (!(error instanceof MahoApiError) || known.length === 0) throw error;
    logError('stores_not_asked', { reason: error.message });
  }
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

/** Known stores of the deployment's own backend: one that a registry gave another backend is none of its. */
async function storesOfBackend(environment: Environment): Promise<ActiveStore[]> {
  const known = await deploymentPulse(environment).stores();
  return known.filter(({ backend }) => backend === undefined);
}

function isAmong(known: readonly ActiveStore[], store: string | null): boolean {
  return store === null ? known.length > 0 : known.some(({ code }) => code === store);
}

/** Null while other syncs use all requests that the backend may get. */
async function askBackend(environment: Environment, settings: Settings): Promise<ActiveStore[] | null> {
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
    timeoutMs: REQUEST_TIMEOUT_MS,
    retries: REQUEST_RETRIES,
  });
  const permits = deploymentPulse(environment);
  const holder = `registry:${crypto.randomUUID()}`;
  return withBackendLease({ permits, holder, want: 1, clock: platformClock }, () => client.stores());
}
