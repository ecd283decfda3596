import { keys, parseStorePulse } from '@maho-storefront/kv-schema';
import { MahoApiClient } from '@maho-storefront/maho-client';
import { MemoryCatalogIndex, MemoryKvStore, StoreSync } from '@maho-storefront/sync-core';
import { inject } from 'vitest';
import { platformClock } from '../platform/clock.js';
import type { PublicStore } from '../registry/public-store.js';

/** The same store, synced undisturbed from the same backend into memory: what KV should come to. */
export class TwinSync {
  readonly kv = new MemoryKvStore();
  readonly #store: string;
  readonly #sync: StoreSync;

  /** @param registry all stores of the deployment: they count in the pulse. */
  constructor(store: string, registry: PublicStore[]) {
    this.#store = store;
    this.#sync = new StoreSync({
      store,
      maho: new MahoApiClient({ baseUrl: inject('backendUrl'), storeCode: store }),
      kv: this.kv,
      index: new MemoryCatalogIndex(),
      clock: platformClock,
      registry,
      newId: () => crypto.randomUUID(),
    });
  }

  /** Hash of its pulse after a full sync. */
  async syncedPulse(): Promise<string> {
    const { state, report } = await this.#sync.run('full');
    if (state !== 'succeeded') throw new Error(`The twin has failed: ${JSON.stringify(report.failed[0])}`);
    const pulse = parseStorePulse(JSON.parse((await this.kv.get(keys.pulse(this.#store))) ?? 'null'));
    if (pulse === null) throw new Error('The twin has no pulse.');
    return pulse.hash;
  }
}
