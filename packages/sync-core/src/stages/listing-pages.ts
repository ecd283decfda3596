import {
  keys,
  LISTING_PAGE_SIZE,
  type ListingPageRecord,
  type ProductCard,
} from '@maho-storefront/kv-schema';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { StoredCard } from '../records/product-record.js';
import { boundedMap } from '../run/bounded-map.js';
import type { RunContext } from '../run/run-context.js';
import type { WriteReason } from '../run/run-report.js';

/** Those of the ids that are listed and have a card and a page. */
export function visibleProducts(context: RunContext, ids: readonly number[]): number[] {
  const { index } = context.tools;
  return ids.filter((id) => {
    const row = index.get('products', [id]);
    return row !== undefined && row.listed === 1 && row.card !== '' && row.slug !== '';
  });
}

/** Pages a listing of so many products has; an empty one has one. */
export function listingPageCount(products: number): number {
  return Math.max(1, Math.ceil(products / LISTING_PAGE_SIZE));
}

/** A listing to be written. */
interface Listing {
  categoryId: number;
  /** Products that it shows, in order. */
  ids: readonly number[];
  reason: WriteReason;
}

/**
 * Writes up to `limit` pages of a category's listing, from `firstPage` on. Behind the last one, pages of a
 * listing that was longer lose their claim.
 *
 * @returns the page to go on with; null at the end.
 */
export async function buildListingPages(
  context: RunContext,
  { categoryId, ids, reason }: Listing,
  firstPage: number,
  limit: number,
): Promise<number | null> {
  const { store, limits } = context.tools;
  const totalPages = listingPageCount(ids.length);
  const end = Math.min(totalPages + 1, firstPage + limit);
  const pages = Array.from({ length: Math.max(0, end - firstPage) }, (_, offset) => firstPage + offset);
  await boundedMap(pages, limits.kvWritesInFlight, async (page) => {
    const record = listingPage(context, ids, page, totalPages);
    const key = { type: 'listing', store, categoryId, page } as const;
    await context.write({ key, entityId: categoryId, record }, reason);
  });
  if (end <= totalPages) return end;
  suspectPagesBehind(context, categoryId, totalPages);
  return null;
}

function listingPage(
  context: RunContext,
  ids: readonly number[],
  page: number,
  totalPages: number,
): ListingPageRecord {
  const shown = ids.slice((page - 1) * LISTING_PAGE_SIZE, page * LISTING_PAGE_SIZE);
  return {
    products: shown.flatMap((id) => cardAt(context.tools.index, id) ?? []),
    page,
    pageSize: LISTING_PAGE_SIZE,
    totalItems: ids.length,
    totalPages,
  };
}

/** A product's card with its present slug; null for one that has no page or no record yet. */
export function cardAt(index: CatalogIndex, id: number): ProductCard | null {
  const row = index.get('products', [id]);
  if (!row || row.card === '' || row.slug === '') return null;
  // Written by `settleProduct` and by nothing else.
  const { id: _id, sku, ...card } = JSON.parse(row.card) as StoredCard;
  return { id, sku, slug: row.slug, ...card };
}

function suspectPagesBehind(context: RunContext, categoryId: number, totalPages: number): void {
  const { index, store, suspects } = context.tools;
  const claimed = new Set(
    Array.from({ length: totalPages }, (_, n) => keys.listing(store, categoryId, n + 1)),
  );
  for (const { key } of index.scan('records', { by: 'byEntity', equals: ['listing', categoryId] })) {
    if (!claimed.has(key)) suspects.mark(key);
  }
}
