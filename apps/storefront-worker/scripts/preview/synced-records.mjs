import { MahoApiClient } from '@maho-storefront/maho-client';
import { MemoryCatalogIndex, MemoryKvStore, StoreSync } from '@maho-storefront/sync-core';

/**
 * Syncs one store of a backend into memory.
 *
 * @returns reads a record by its key; null for a key that is not there.
 * @throws Error when something could not be synced: a preview of half a shop shows nothing.
 */
export async function syncedRecords(backendUrl, store) {
  const kv = new MemoryKvStore();
  const clock = { now: () => Date.now(), sleep: (ms) => new Promise((done) => setTimeout(done, ms)) };
  const sync = new StoreSync({
    store,
    maho: new MahoApiClient({ baseUrl: backendUrl, storeCode: store }),
    kv,
    index: new MemoryCatalogIndex(),
    clock,
    newId: () => crypto.randomUUID(),
  });
  const run = await sync.run('full');
  if (run.state !== 'succeeded')
    throw new Error(`The sync of "${store}" ${run.state}: ${JSON.stringify(run.report)}`);
  return {
    read: (key) => {
      const entry = kv.entries.get(key);
      return entry === undefined ? null : JSON.parse(entry.value);
    },
    keysWith: (prefix) => [...kv.entries.keys()].filter((key) => key.startsWith(prefix)),
  };
}
