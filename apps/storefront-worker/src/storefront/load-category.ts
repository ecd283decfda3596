import type { CatalogReader } from '@maho-storefront/kv-schema';
import { pageEndsAt } from '../formatting/page-end.js';
import { categoryPage } from '../pages/category/category-page.js';
import { parseListingSort } from '../pages/category/listing-sort.js';
import type { Shop } from '../pages/shop.js';
import type { FoundCategory } from '../resolving/resolve-page.js';
import { treeNode } from './load-home.js';
import type { LoadedPage } from './loaded-page.js';
import { pageNumber } from './page-number.js';
import { sortedListing } from './sorted-listing.js';

/** A page of a category; null for a page that it does not have. */
export async function loadCategory(
  reader: CatalogReader,
  shop: Shop,
  found: FoundCategory,
  query: URLSearchParams,
): Promise<LoadedPage | null> {
  const page = pageNumber(query.get('page'));
  if (page === null) return null;
  const sort = parseListingSort(query.get('sort') ?? undefined);
  const [category, listing] = await Promise.all([
    reader.category(found.id),
    sort === 'position'
      ? reader.listing(found.id, page)
      : sortedListing(reader, found.id, page, sort, shop.config.locale),
  ]);
  if (!category || !listing) return null;
  const { id, name, path } = category;
  const node = treeNode({ id, name, path, children: [...found.children] });
  const trail = found.above.map((above) => ({ name: above.name, path: above.path }));
  return {
    content: categoryPage(shop, { category, node, trail, listing, sort }),
    endsAt: pageEndsAt(listing.products, shop),
  };
}
