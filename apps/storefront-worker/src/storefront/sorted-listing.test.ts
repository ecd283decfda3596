import { type CatalogReader, keys, type ProductCard } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { LISTING_SORTS, type ListingSort } from '../pages/category/listing-sort.js';
import { sampleListing } from '../pages/testing/sample-pages.js';
import { sampleCard } from '../pages/testing/sample-products.js';
import { sampleShop } from '../pages/testing/sample-shop.js';
import { readerOver } from '../testing/reader-over.js';
import { sortedListing } from './sorted-listing.js';

const CATEGORY = 4;
const NOON = Date.parse('2026-06-15T12:00:00Z');
const shop = sampleShop({ now: NOON }, { timezone: 'UTC' });

/** A category whose listing pages hold these cards. */
function readerOf(...pages: Partial<ProductCard>[][]): CatalogReader {
  const records = new Map(
    pages.map((cards, n) => {
      const listing = sampleListing({
        products: cards.map((card) => sampleCard({ slug: `product-${card.id}`, ...card })),
        page: n + 1,
        totalPages: pages.length,
      });
      return [keys.listing('en', CATEGORY, n + 1), listing];
    }),
  );
  return readerOver(records);
}

async function order(reader: CatalogReader, sort: Exclude<ListingSort, 'position'>): Promise<number[]> {
  const sorted = await sortedListing(reader, CATEGORY, 1, sort, shop);
  return sorted?.listing.products.map(({ id }) => id) ?? [];
}

const plain = { type: 'simple', specialPrice: undefined, minimalPrice: undefined };

describe('sortedListing', () => {
  it('sorts over all pages of the category', async () => {
    const reader = readerOf(
      [
        { ...plain, id: 1, name: 'Chair 10', price: 30, finalPrice: 30 },
        { ...plain, id: 2, name: 'Chair 9', price: 10, finalPrice: 10 },
      ],
      [{ ...plain, id: 3, name: 'Armchair', price: 20, finalPrice: 20 }],
    );
    expect(await order(reader, 'name')).toEqual([3, 2, 1]);
    expect(await order(reader, 'price-asc')).toEqual([2, 3, 1]);
    expect(await order(reader, 'price-desc')).toEqual([1, 3, 2]);
    expect(await order(reader, 'newest')).toEqual([3, 2, 1]);
  });

  it('goes by the price that is shown, and puts what has none at the end', async () => {
    const ended = { specialPrice: 5, specialToDate: '2026-06-01' };
    const reader = readerOf([
      { ...plain, id: 1, price: undefined, finalPrice: undefined },
      // Synced while its special price held, which has ended since.
      { ...plain, ...ended, id: 2, price: 50, finalPrice: 5 },
      { ...plain, id: 3, type: 'bundle', price: 0, finalPrice: 0, minimalPrice: 40 },
      { ...plain, id: 4, price: 30, finalPrice: 30 },
    ]);
    expect(await order(reader, 'price-asc')).toEqual([4, 3, 2, 1]);
    expect(await order(reader, 'price-desc')).toEqual([2, 3, 4, 1]);
  });

  it('ends when a special price on another page of the category does', async () => {
    const cards = Array.from({ length: 49 }, (_, n) => ({ ...plain, id: n + 1, price: 10, finalPrice: 10 }));
    const special = {
      ...plain,
      id: 99,
      price: 900,
      finalPrice: 800,
      specialPrice: 800,
      specialToDate: '2026-06-20',
    };
    const sorted = await sortedListing(readerOf(cards, [special]), CATEGORY, 1, 'price-asc', shop);
    expect(sorted?.listing.products.some(({ id }) => id === 99)).toBe(false);
    expect(sorted?.endsAt).toBe(Date.parse('2026-06-21T00:00:00Z'));
  });

  it.each(LISTING_SORTS.filter((sort) => sort !== 'position'))(
    'has no page behind the last by %s',
    async (sort) => {
      expect(await sortedListing(readerOf([{ ...plain, id: 1 }]), CATEGORY, 2, sort, shop)).toBeNull();
    },
  );
});
