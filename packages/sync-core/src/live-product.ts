import type { ProductRecord } from '@maho-storefront/kv-schema';
import { type MahoApiClient, MahoNotFoundError } from '@maho-storefront/maho-client';
import { Meta } from './catalog-index/meta.js';
import type { IndexRow } from './catalog-index/tables.js';
import { parseSeenListing } from './change-detection/seen-listing.js';
import type { CatalogIndex } from './ports/catalog-index.js';
import { backendUrl } from './records/backend-url.js';
import { backendHtml } from './records/html/backend-html.js';
import { knownPlaces } from './records/html/known-places.js';
import { needsOptionPrices } from './records/product-parts.js';
import { productRecord } from './records/product-record.js';

/**
 * A product as the backend has it now, in the shape of its record: for a page whose record KV does not show
 * yet. Null when the index knows no product at this address, or the backend has it no more.
 *
 * @throws MahoApiError when the backend cannot be asked.
 */
export async function liveProduct(
  index: CatalogIndex,
  maho: MahoApiClient,
  slug: string,
): Promise<ProductRecord | null> {
  const row = rowAt(index, slug);
  if (row === null) return null;
  try {
    const item = await maho.product(row.id);
    if (item.visibility === 'not_visible') return null;
    return productRecord({
      item,
      listing: parseSeenListing(row.seen),
      optionPrices: needsOptionPrices(item) ? await maho.productCustomOptions(row.id) : [],
      slug,
      slugOf: (id) => index.get('products', [id])?.slug || undefined,
      toUrl: backendUrl(maho.baseUrl),
      toHtml: backendHtml(maho.baseUrl, knownPlaces(new Meta(index))),
    });
  } catch (error) {
    if (error instanceof MahoNotFoundError) return null;
    throw error;
  }
}

/** Id of the product that the index knows at an address; null for none. */
export function productIdAt(index: CatalogIndex, slug: string): number | null {
  return rowAt(index, slug)?.id ?? null;
}

function rowAt(index: CatalogIndex, slug: string): IndexRow<'products'> | null {
  // Products without an address have the empty one.
  if (slug === '') return null;
  return index.scan('products', { by: 'bySlug', equals: [slug], limit: 1 })[0] ?? null;
}
