import type { ListingPageRecord, ProductRecord } from '@maho-storefront/kv-schema';
import { describe, expect, test } from 'vitest';
import { describeCachedPages } from './testing/cached-pages-suite.js';
import { ShopInKv } from './testing/shop-in-kv.js';

const PAGES = 2_000;
const SHARE = 0.01;

describeCachedPages({ pages: PAGES, share: SHARE, otherStore: null });

describe('by what stands in KV', () => {
  test('19 of 20 products would render fewer than 1 % of the pages if they sold out, and none 2 %', async () => {
    const shop = new ShopInKv('en');
    const touched = pagesTouchedBySales(await shop.products(), [...(await shop.listingPages()).values()]);
    const largest = touched.sort((a, b) => b - a);
    expect(largest.length).toBeGreaterThan(1_500);
    expect(largest[0]).toBeLessThan(PAGES * SHARE * 2);
    expect(largest[Math.floor(largest.length / 20)]).toBeLessThan(PAGES * SHARE);
  });
});

/** For each listed product: its page, its listing pages and those behind them, the pages that link to it or hold it. */
function pagesTouchedBySales(
  products: readonly ProductRecord[],
  listings: readonly ListingPageRecord[],
): number[] {
  const counts = new Map<number, number>();
  const add = (id: number, pages: number) => counts.set(id, (counts.get(id) ?? 0) + pages);
  for (const { products: cards, page, totalPages } of listings) {
    for (const { id } of cards) add(id, totalPages - page + 1);
  }
  const listed = new Set(counts.keys());
  for (const { related, upsell, groupedProducts, bundleOptions } of products) {
    const links = [...related, ...upsell, ...groupedProducts].map(({ id }) => id);
    const parts = bundleOptions.flatMap(({ selections }) => selections.map(({ productId }) => productId));
    for (const id of new Set([...links, ...parts])) add(id, 1);
  }
  return [...listed].map((id) => (counts.get(id) ?? 0) + 1);
}
