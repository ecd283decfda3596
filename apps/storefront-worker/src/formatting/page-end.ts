import type { ProductCard } from '@maho-storefront/kv-schema';
import { nextDateBoundary } from '@maho-storefront/sync-core';
import type { ShopTime } from './open-window.js';

/** The dates of a product or a card that change what a page shows of it. */
export type DatedProduct = Pick<
  ProductCard,
  'specialPrice' | 'specialFromDate' | 'specialToDate' | 'newsFromDate' | 'newsToDate'
>;

/**
 * The next moment at which a page that shows these products changes by date alone: a special price or a
 * “new” badge begins or ends.
 *
 * @param products every product on the page: the product itself, cards of listings, related ones.
 * @returns epoch ms; null when nothing on the page goes by date.
 */
export function pageEndsAt(
  products: DatedProduct | readonly DatedProduct[],
  { now, config }: ShopTime,
): number | null {
  const firstDays: (string | undefined)[] = [];
  const lastDays: (string | undefined)[] = [];
  for (const product of isList(products) ? products : [products]) {
    firstDays.push(product.newsFromDate);
    lastDays.push(product.newsToDate);
    if (product.specialPrice === undefined) continue;
    firstDays.push(product.specialFromDate);
    lastDays.push(product.specialToDate);
  }
  return nextDateBoundary(firstDays, lastDays, config.timezone, now);
}

function isList(products: DatedProduct | readonly DatedProduct[]): products is readonly DatedProduct[] {
  return Array.isArray(products);
}
