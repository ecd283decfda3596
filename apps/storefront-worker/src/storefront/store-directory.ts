import { keys, parseRecord } from '@maho-storefront/kv-schema';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { type PublicStore, publicStore } from '../registry/public-store.js';
import type { Settings } from '../settings.js';

/** How long an isolate goes on with the stores it knows. */
const MEMORY_MS = 30_000;

/**
 * The stores of the deployment, for requests of shoppers: never asks the backend. A registry that cannot be
 * read counts as none here, where it only decides whose pages are shown.
 */
export class StoreDirectory {
  #known: { stores: readonly PublicStore[]; until: number } | null = null;

  /** The stores, where they are known without asking; null otherwise. */
  known(now: number): readonly PublicStore[] | null {
    return this.#known && now < this.#known.until ? this.#known.stores : null;
  }

  async stores(environment: Environment, settings: Settings, now: number): Promise<readonly PublicStore[]> {
    const known = this.known(now);
    if (known !== null) return known;
    const stores = await findStores(environment, settings);
    if (stores.length > 0) this.#known = { stores, until: now + MEMORY_MS };
    return stores;
  }
}

async function findStores(environment: Environment, settings: Settings): Promise<readonly PublicStore[]> {
  const stored = parseRecord('stores', await environment.CONTENT.get(keys.stores, 'text'));
  if (stored !== null && stored.length > 0) return stored.map(publicStore);
  if (settings.stores !== null) return settings.stores.map(publicStore);
  return deploymentPulse(environment).stores();
}
