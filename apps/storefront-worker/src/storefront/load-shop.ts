import type { CatalogReader, CmsPageIndexRecord } from '@maho-storefront/kv-schema';
import type { Shop } from '../pages/shop.js';
import { SYSTEM_PAGES } from '../resolving/resolve-page.js';

/** The part of it that no record tells. */
export type ShopRequest = Pick<
  Shop,
  'store' | 'stores' | 'origin' | 'path' | 'now' | 'assets' | 'hasImageResizing' | 'hasDataLayer'
>;

/** What a page of a store needs before anything is looked up; null before its first sync. */
export async function loadShop(reader: CatalogReader, request: ShopRequest): Promise<Shop | null> {
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
