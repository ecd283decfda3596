import type { CatalogReader } from '@maho-storefront/kv-schema';
import { pageEndsAt } from '../formatting/page-end.js';
import { categoryPage } from '../pages/category/category-page.js';
import { parseListingSort } from '../pages/category/listing-sort.js';
import type { Shop } from '../pages/shop.js';
import type { FoundCategory } from '../resolving/resolve-page.js';
import { treeNode } from './load-home.js';
import type { LoadedPage } from './loaded-page.js';
import { pageNumber } from './page-number.js';
import { type SortedListing, sortedListing } from './sorted-listing.js';

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
  const [category, shown] = await Promise.all([
    reader.category(found.id),
    sort === 'position'
      ? merchantsListing(reader, found.id, page, shop)
      : sortedListing(reader, found.id, page, sort, shop),
  ]);
  if (!category || !shown) return null;
  const { id, name, path } = category;
  const node = treeNode({ id, name, path, children: [...found.children] });
  const trail = found.above.map((above) => ({ name: above.name, path: above.path }));
  return {
    content: categoryPage(shop, { category, node, trail, listing: shown.listing, sort }),
    endsAt: shown.endsAt,
  };
}

async function merchantsListing(
  reader: CatalogReader,
  categoryId: number,
  page: number,
  shop: Shop,
): Promise<SortedListing | null> {
  const listing = await reader.listing(categoryId, page);
  return listing && { listing, endsAt: pageEndsAt(listing.products, shop) };
}
