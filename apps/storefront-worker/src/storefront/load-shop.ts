import type { CatalogReader, CmsPageIndexRecord } from '@maho-storefront/kv-schema';
import type { PageAssets, Shop } from '../pages/shop.js';
import type { PublicStore } from '../registry/public-store.js';
import { SYSTEM_PAGES } from '../resolving/resolve-page.js';

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
  const [config, menu, cmsPages, blogCategories] = await Promise.all([
    reader.config(),
    reader.menu(),
    reader.cmsPages(),
    reader.blogCategories(),
  ]);
  // The index of posts would make every page depend on every post.
  const hasBlog = (blogCategories ?? []).length > 0;
  return config && { ...request, config, menu: menu ?? [], cmsPages: visiblePages(cmsPages ?? []), hasBlog };
}

/** Pages that somebody may want to find: not those that Maho shows in place of others. */
function visiblePages(pages: CmsPageIndexRecord): CmsPageIndexRecord {
  return pages.filter(({ identifier }) => !SYSTEM_PAGES.has(identifier));
}
