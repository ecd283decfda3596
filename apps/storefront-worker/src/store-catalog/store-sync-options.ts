import { MahoApiClient } from '@maho-storefront/maho-client';
import {
  type CatalogIndex,
  limitsOf,
  type PulseAnnouncer,
  type StoreSyncOptions,
} from '@maho-storefront/sync-core';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { LeasedLimiter } from '../deployment/leased-limiter.js';
import type { Environment } from '../environment.js';
import { platformClock } from '../platform/clock.js';
import { NamespaceKvStore } from '../platform/namespace-kv-store.js';
import { credentialsFor } from '../registry/store-backend.js';
import { readSettings } from '../settings.js';
import { logSyncFault } from './log-sync-fault.js';
import type { StoreSetup } from './store-setup.js';

/**
 * Shorter than the client's own: a backend that hangs is to be named in the answer of a sync of a few stores,
 * before `SYNC_WAIT_S` is over.
 */
const REQUEST_TIMEOUT_MS = 12_000;
const REQUEST_RETRIES = 2;

/** What a store's sync is made of: its setup and this Worker's bindings; secrets are read here, at use. */
export function storeSyncOptions(
  environment: Environment,
  setup: StoreSetup,
  index: CatalogIndex,
  limiter: LeasedLimiter,
): StoreSyncOptions {
  const settings = readSettings(environment);
  const { basicAuth, workerAuth } = credentialsFor(setup.backendUrl, settings);
  const announcer: PulseAnnouncer = {
    announce: async (state) => {
      await deploymentPulse(environment).announce(state);
    },
  };
  return {
    store: setup.store,
    maho: new MahoApiClient({
      baseUrl: setup.backendUrl,
      storeCode: setup.store,
      basicAuth: basicAuth ?? undefined,
      workerAuth: workerAuth ?? undefined,
      limiter,
      timeoutMs: REQUEST_TIMEOUT_MS,
      retries: REQUEST_RETRIES,
    }),
    kv: new NamespaceKvStore(environment.CONTENT),
    index,
    clock: platformClock,
    limits: limitsOf(setup.plan, setup.registry.length),
    announcer,
    registry: setup.registry,
    pulseOnEverySync: setup.pulseOnEverySync,
    onFault: (fault) => logSyncFault(fault, [basicAuth, workerAuth]),
    newId: () => crypto.randomUUID(),
  };
}
