import {
  type CatalogReader,
  LISTING_PAGE_SIZE,
  type ListingPageRecord,
  type ProductCard,
} from '@maho-storefront/kv-schema';
import type { ListingSort } from '../pages/category/listing-sort.js';

/**
 * A page of a category's listing in another order than the merchant's: all its pages are read and sorted
 * here, so the page stays true as long as none of them changes. Null for a page behind the last.
 */
export async function sortedListing(
  reader: CatalogReader,
  categoryId: number,
  page: number,
  sort: Exclude<ListingSort, 'position'>,
  locale: string,
): Promise<ListingPageRecord | null> {
  const first = await reader.listing(categoryId, 1);
  if (!first || page > first.totalPages) return null;
  const others = Array.from({ length: first.totalPages - 1 }, (_, n) => reader.listing(categoryId, n + 2));
  const rest = await Promise.all(others);
  const products = [first, ...rest].flatMap((listing) => listing?.products ?? []);
  const sorted = products.sort(comparison(sort, locale));
  return { ...first, page, products: sorted.slice((page - 1) * LISTING_PAGE_SIZE, page * LISTING_PAGE_SIZE) };
}

function comparison(
  sort: Exclude<ListingSort, 'position'>,
  locale: string,
): (a: ProductCard, b: ProductCard) => number {
  const price = ({ finalPrice, price }: ProductCard) => finalPrice ?? price ?? Number.POSITIVE_INFINITY;
  switch (sort) {
    case 'name': {
      const { compare } = new Intl.Collator(locale.replaceAll('_', '-'), { numeric: true });
      return (a, b) => compare(a.name, b.name) || a.id - b.id;
    }
    case 'price-asc':
      return (a, b) => price(a) - price(b) || a.id - b.id;
    case 'price-desc':
      return (a, b) => price(b) - price(a) || a.id - b.id;
    case 'newest':
      return (a, b) => b.id - a.id;
  }
}
