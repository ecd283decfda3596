import type { ProductListing } from '@maho-storefront/maho-client';
import { hasSameClaims } from '../addresses/product-claims.js';
import type { IndexRow } from '../catalog-index/tables.js';
import { seenListing } from '../change-detection/seen-listing.js';
import { uniqueAscending } from '../records/list-order.js';
import { withoutSuffix } from '../records/path-suffix.js';
import type { RunContext } from '../run/run-context.js';
import { markMembership } from './product-membership.js';
import { followMoves } from './product-moves.js';
import { requestRefresh } from './refresh-request.js';

type ProductRow = IndexRow<'products'>;

/** Rows read at once. */
const CHUNK = 500;

export interface HashedListing {
  listing: ProductListing;
  hash: string;
}

/** What the product listing says, noted in the index. Writes nothing for what did not change. */
export class ListedProducts {
  constructor(private readonly context: RunContext) {}

  /** Products that a page shows. */
  noteSeen(listings: readonly HashedListing[]): void {
    const touched: string[] = [];
    for (const { listing, hash } of listings) touched.push(...this.noteOne(listing, hash));
    if (touched.length > 0) followMoves(this.context, this.context.tools.addresses.resolve(touched));
  }

  /** Products of the index that should have been among `ids`, between two ids, and were not. */
  noteMissing(ids: readonly number[], afterId: number, upToId: number | null): void {
    const { index, clock } = this.context.tools;
    const present = new Set(ids);
    const bounds = {
      by: 'byListed',
      equals: [1],
      ...(upToId === null ? {} : { upTo: upToId }),
      limit: CHUNK,
    };
    // Behind the last page there may be as many rows as the shop has products.
    for (let after: number | undefined = afterId; after !== undefined; ) {
      const rows: ProductRow[] = index.scan('products', { ...bounds, after: [after] });
      for (const row of rows) {
        if (present.has(row.id) || row.missing > 0) continue;
        index.put('products', { ...row, missing: clock.now() });
      }
      after = rows.at(-1)?.id;
    }
  }

  /** @returns addresses whose owner may have changed. */
  private noteOne(listing: ProductListing, hash: string): string[] {
    const { index, addresses } = this.context.tools;
    const known = index.get('products', [listing.id]);
    if (known && isUnchanged(known, hash)) {
      if (known.missing > 0) index.put('products', { ...known, missing: 0 });
      return [];
    }
    const row = rowOf(listing, hash, known);
    index.put('products', row);
    markMembership(this.context, known ?? null, row);
    requestRefresh(this.context, listing.id, 'changed');
    if (known && hasSameClaims(known, row)) return [];
    return [...addresses.claimsOf(known), ...addresses.claimsOf(row)];
  }
}

function isUnchanged(row: ProductRow, hash: string): boolean {
  return row.listHash === hash && row.seenHash === hash && row.listed === 1;
}

function rowOf(listing: ProductListing, hash: string, known: ProductRow | undefined): ProductRow {
  return {
    id: listing.id,
    sku: listing.sku,
    type: listing.type,
    visibility: listing.visibility ?? 'catalog_search',
    urlKey: listing.urlKey ?? '',
    path: withoutSuffix(listing.urlPath ?? ''),
    slug: known?.slug ?? '',
    listed: 1,
    missing: 0,
    listHash: known?.listHash ?? '',
    seenHash: hash,
    seen: JSON.stringify(seenListing(listing)),
    card: known?.card ?? '',
    categoryIds: JSON.stringify(uniqueAscending(listing.categoryIds)),
    detailAt: known?.detailAt ?? 0,
  };
}
