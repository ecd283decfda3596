import type { CatalogReader } from '@maho-storefront/kv-schema';
import type { PageAssets, Shop } from '../pages/shop.js';
import type { PublicStore } from '../registry/public-store.js';

/** What a page of a store needs before anything is looked up; null before its first sync. */
export async function loadShop(
  reader: CatalogReader,
  request: {
    store: PublicStore;
    stores: readonly PublicStore[];
    origin: string;
    path: string;
    now: number;
    assets: PageAssets;
    hasImageResizing: boolean;
  },
): Promise<Shop | null> {
  const [config, menu] = await Promise.all([reader.config(), reader.menu()]);
  return config && { ...request, config, menu: menu ?? [] };
}
