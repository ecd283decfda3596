import { MahoNotFoundError, type ProductCustomOption, type ProductItem } from '@maho-storefront/maho-client';
import { hasPage, hasSameClaims } from '../addresses/product-claims.js';
import type { IndexRow } from '../catalog-index/tables.js';
import { isStale, parseSeenListing } from '../change-detection/seen-listing.js';
import { detailDueAt } from '../due/due-times.js';
import { withoutSuffix } from '../records/path-suffix.js';
import { needsOptionPrices } from '../records/product-parts.js';
import { productCard, productRecord } from '../records/product-record.js';
import type { RunContext } from '../run/run-context.js';
import { SyncError } from '../run/sync-error.js';
import { followMoves } from './product-moves.js';
import { removeProduct } from './product-removal.js';
import { type ProductReading, settleProduct } from './product-settlement.js';

type ProductRow = IndexRow<'products'>;

/** Why a product's item is read: it may have left the listing, or it is new, changed or due. */
export type RefreshCause = 'product' | 'product-probe';

/**
 * Reads one product by id and makes index and KV equal to it: written, hidden or deleted.
 *
 * @throws what reading or writing throws; the product stays due.
 */
export async function refreshProduct(context: RunContext, id: number, cause: RefreshCause): Promise<void> {
  context.refreshing.set(id, false);
  try {
    const reading = await readProduct(context, id, cause);
    if (!reading) {
      return mayRemove(context, id, cause) ? removeProduct(context, id) : refuseRemoval(context, id);
    }
    const row = placeProduct(context, reading, cause);
    await writeProduct(context, row, reading);
  } finally {
    context.refreshing.delete(id);
  }
}

/**
 * Whether a 404 may be believed. A product that the listing showed last can only be deleted by a run that
 * found it missing there, under the guard against mass removals: if items alone are broken, the listing
 * contradicts them.
 */
function mayRemove(context: RunContext, id: number, cause: RefreshCause): boolean {
  const row = context.tools.index.get('products', [id]);
  return row === undefined || row.listed === 0 || cause === 'product-probe';
}

/** @throws SyncError unless the listing has already been found to lack the product as well. */
function refuseRemoval(context: RunContext, id: number): void {
  const row = context.tools.index.get('products', [id]);
  if (row && row.missing > 0) {
    lookAgainTomorrow(context, id);
    return;
  }
  const reason = `Product ${id} is in the backend's listing, but its item is not found; it was not touched`;
  throw new SyncError('contradiction', reason);
}

function lookAgainTomorrow(context: RunContext, id: number): void {
  const { clock, due } = context.tools;
  due.replace('product', id, {
    at: detailDueAt('product', id, clock.now()),
    reason: 'detail-age',
    attempts: 0,
  });
}

interface ItemReading extends ProductReading {
  item: ProductItem;
  optionPrices: readonly ProductCustomOption[];
}

/** @returns null for a product that does not exist, is disabled or belongs to another website. */
async function readProduct(
  context: RunContext,
  id: number,
  cause: RefreshCause,
): Promise<ItemReading | null> {
  const { backend, clock, due, index } = context.tools;
  try {
    const item = await backend.product(id, cause);
    const optionPrices = needsOptionPrices(item) ? await backend.optionPrices(id) : [];
    const known = index.get('products', [id]);
    const isLastLook = due.get('product', id)?.reason === 'second-look';
    return {
      item,
      optionPrices,
      readAt: clock.now(),
      // Looked at twice and still different: that is how this product is, not the cache.
      isStale: !isLastLook && isOutdated(item, known, cause),
    };
  } catch (error) {
    if (error instanceof MahoNotFoundError) return null;
    throw error;
  }
}

function isOutdated(item: ProductItem, known: ProductRow | undefined, cause: RefreshCause): boolean {
  if (cause === 'product-probe') return item.stockStatus === 'in_stock' && isListable(item.visibility);
  return known?.listed === 1 && isStale(item, parseSeenListing(known.seen));
}

/** Whether the backend's listing shows products of this visibility. */
function isListable(visibility: string | undefined): boolean {
  return visibility !== 'not_visible' && visibility !== 'search';
}

/** Notes what the item says of the product's identity and gives everybody touched by it an address. */
function placeProduct(context: RunContext, reading: ItemReading, cause: RefreshCause): ProductRow {
  const { item } = reading;
  const { addresses, index } = context.tools;
  // Read now: another product may have moved this one since its item was asked for.
  const known = index.get('products', [item.id]);
  // The listing was read past every cache: where the item is older, it knows the address better.
  const trusted = reading.isStale && known?.listed === 1 ? known : undefined;
  const visibility = trusted?.visibility ?? item.visibility ?? 'catalog_search';
  const isListed = cause === 'product' && known?.listed === 1 && isListable(visibility);
  const row: ProductRow = {
    id: item.id,
    sku: item.sku,
    type: item.type,
    visibility,
    urlKey: trusted?.urlKey ?? item.urlKey ?? '',
    path: trusted?.path ?? withoutSuffix(item.urlPath ?? ''),
    slug: known?.slug ?? '',
    listed: isListed ? 1 : 0,
    missing: 0,
    listHash: known?.listHash ?? '',
    seenHash: known?.seenHash ?? '',
    seen: known?.seen ?? '',
    card: known?.card ?? '',
    categoryIds: known?.categoryIds ?? '[]',
    detailAt: known?.detailAt ?? 0,
  };
  return index.transaction(() => {
    index.put('products', row);
    if (!known || !hasSameClaims(known, row)) {
      const moves = addresses.resolve([...addresses.claimsOf(known), ...addresses.claimsOf(row)]);
      followMoves(context, moves, row.id);
    }
    addresses.redirectSecondPath(row.id);
    return index.get('products', [row.id]) ?? row;
  });
}

async function writeProduct(context: RunContext, row: ProductRow, reading: ItemReading): Promise<void> {
  const { addresses, index, store, toHtml, toUrl } = context.tools;
  const record = productRecord({
    item: reading.item,
    listing: parseSeenListing(row.seen),
    optionPrices: reading.optionPrices,
    slug: row.slug,
    slugOf: (id) => addresses.slugOf(id),
    toUrl,
    toHtml,
  });
  const settle = () => settleProduct(context, row, reading, record, productCard(record));
  if (!hasPage(row)) {
    index.transaction(settle);
    return;
  }
  const isDone = await context.write({
    key: { type: 'product', store, slug: row.slug },
    entityId: row.id,
    record,
    isCurrent: () => index.get('products', [row.id])?.slug === row.slug,
    onUnsettled: () => forgetListHash(context, row.id),
    onSettled: settle,
  });
  if (!isDone) postpone(context, row.id);
}

/** A crash from here on must find the product changed again. */
function forgetListHash(context: RunContext, id: number): void {
  const { index } = context.tools;
  const row = index.get('products', [id]);
  if (row && row.listHash !== '') index.put('products', { ...row, listHash: '' });
}

function postpone(context: RunContext, id: number): void {
  const { allowance, due } = context.tools;
  due.replace('product', id, { at: allowance.renewsAt(), reason: 'deferred', attempts: 0 });
}
