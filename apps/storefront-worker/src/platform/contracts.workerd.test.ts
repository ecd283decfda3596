import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { CacheApiPageStore } from '@maho-storefront/edge-cache';
import { describePageStore } from '@maho-storefront/edge-cache/contracts';
import { SqlCatalogIndex } from '@maho-storefront/sync-core';
import { describeCatalogIndex, describeKvStore } from '@maho-storefront/sync-core/contracts';
import { platformClock } from './clock.js';
import { DurableDatabase } from './durable-database.js';
import { NamespaceKvStore } from './namespace-kv-store.js';

let objects = 0;

/** Hands over the storage of a Durable Object that nothing has used. */
function inFreshObject(work: (state: DurableObjectState) => void): Promise<void> {
  objects += 1;
  return runInDurableObject(env.STORE_CATALOG.getByName(`contract-${objects}`), (_, state) => work(state));
}

describeCatalogIndex(
  'the SQLite of a Durable Object',
  (work) => inFreshObject((state) => work(new SqlCatalogIndex(new DurableDatabase(state.storage)))),
  {
    reopen: (first, then) =>
      inFreshObject((state) => {
        first(new SqlCatalogIndex(new DurableDatabase(state.storage)));
        then(new SqlCatalogIndex(new DurableDatabase(state.storage)));
      }),
  },
);

describeKvStore('a KV namespace', async () => {
  await reset();
  return new NamespaceKvStore(env.CONTENT);
});

let origins = 0;

describePageStore('caches.default', {
  create() {
    origins += 1;
    const origin = `https://pages-${origins}.invalid`;
    return new CacheApiPageStore({ cache: caches.default, origin, clock: platformClock });
  },
  keeps: true,
});
