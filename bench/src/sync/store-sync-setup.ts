import { setTimeout as sleep } from 'node:timers/promises';
import { MahoApiClient } from '@maho-storefront/maho-client';
import { type CatalogIndex, type KvStore, StoreSync } from '@maho-storefront/sync-core';
import { STORE } from '../backend/shop-store.ts';

/** The sync as the Worker composes it for a paid plan, over the given storage. */
export function makeStoreSync(backendUrl: string, index: CatalogIndex, kv: KvStore): StoreSync {
  return new StoreSync({
    store: STORE,
    maho: new MahoApiClient({ baseUrl: backendUrl, storeCode: STORE }),
    kv,
    index,
    clock: { now: () => Date.now(), sleep: (ms) => sleep(ms) },
    newId: () => crypto.randomUUID(),
  });
}
