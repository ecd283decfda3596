import {
  type CatalogReader,
  LISTING_PAGE_SIZE,
  type ListingPageRecord,
  type ProductCard,
} from '@maho-storefront/kv-schema';
import { pageEndsAt } from '../formatting/page-end.js';
import { priceOf } from '../formatting/price.js';
import type { ListingSort } from '../pages/category/listing-sort.js';
import type { Shop } from '../pages/shop.js';

/** A page of a listing, and when its order may change by date alone (epoch ms, null = never). */
export interface SortedListing {
  listing: ListingPageRecord;
  endsAt: number | null;
}

/**
 * A page of a category's listing in another order than the merchant's: all its pages are read and sorted
 * here, so the page stays true as long as none of them changes and no special price of any of them begins or
 * ends. Null for a page behind the last.
 */
export async function sortedListing(
  reader: CatalogReader,
  categoryId: number,
  page: number,
  sort: Exclude<ListingSort, 'position'>,
  shop: Shop,
): Promise<SortedListing | null> {
  const first = await reader.listing(categoryId, 1);
  if (!first || page > first.totalPages) return null;
  const others = Array.from({ length: first.totalPages - 1 }, (_, n) => reader.listing(categoryId, n + 2));
  const rest = await Promise.all(others);
  const all = [first, ...rest].flatMap((listing) => listing?.products ?? []);
  const sorted = all.toSorted(comparison(sort, shop));
  const products = sorted.slice((page - 1) * LISTING_PAGE_SIZE, page * LISTING_PAGE_SIZE);
  return { listing: { ...first, page, products }, endsAt: pageEndsAt(all, shop) };
}

function comparison(
  sort: Exclude<ListingSort, 'position'>,
  shop: Shop,
): (a: ProductCard, b: ProductCard) => number {
  switch (sort) {
    case 'name': {
      const { compare } = new Intl.Collator(shop.config.locale.replaceAll('_', '-'), { numeric: true });
      return (a, b) => compare(a.name, b.name) || a.id - b.id;
    }
    case 'price-asc':
      return byPrice(shop, 1);
    case 'price-desc':
      return byPrice(shop, -1);
    case 'newest':
      return (a, b) => b.id - a.id;
  }
}

/** By the price that is shown; a product without one comes last in either direction. */
function byPrice(shop: Shop, direction: 1 | -1): (a: ProductCard, b: ProductCard) => number {
  const amounts = new Map<number, number | null>();
  const amountOf = (card: ProductCard) => {
    const known = amounts.get(card.id);
    if (known !== undefined) return known;
    const amount = priceOf(card, shop)?.amount ?? null;
    amounts.set(card.id, amount);
    return amount;
  };
  return (a, b) => {
    const [left, right] = [amountOf(a), amountOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || a.id - b.id;
    return direction * (left - right) || a.id - b.id;
  };
}
