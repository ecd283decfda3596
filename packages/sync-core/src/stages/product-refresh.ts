import { hasPage } from '../addresses/product-claims.js';
import type { IndexRow } from '../catalog-index/tables.js';
import { parseSeenListing } from '../change-detection/seen-listing.js';
import type { NextWork } from '../due/due-table.js';
import { detailDueAt, secondLookAt } from '../due/due-times.js';
import { productCard, productRecord } from '../records/product-record.js';
import type { RunContext } from '../run/run-context.js';
import { SyncError } from '../run/sync-error.js';
import { judgeAbsence } from './absence-guard.js';
import type { ListingEvidence } from './listing-evidence.js';
import { placeProduct } from './product-placement.js';
import { type ItemReading, lookAt, type ProductLook, readItem } from './product-reading.js';
import { refreshParents } from './product-relations.js';
import { removeProduct } from './product-removal.js';
import { settleProduct } from './product-settlement.js';

type ProductRow = IndexRow<'products'>;

/**
 * Reads one product by id and makes index and KV equal to it: written, hidden or deleted.
 *
 * @throws what reading or writing throws; the product stays due.
 */
export async function refreshProduct(
  context: RunContext,
  id: number,
  evidence: ListingEvidence,
): Promise<void> {
  context.refreshing.set(id, false);
  try {
    if (evidence === 'unreadable') throw unreadable(id);
    const look = lookAt(context, id, evidence);
    const reading = await readItem(context, id, look);
    if (!reading) return notFound(context, id, look);
    if (isUnknownPart(context, reading)) return passOn(context, id, look);
    const judged = judgeAbsence(context, reading, look);
    const row = placeProduct(context, reading, judged);
    await writeProduct(context, row, reading, judged);
  } finally {
    context.refreshing.delete(id);
  }
}

function unreadable(id: number): SyncError {
  return new SyncError(
    'unreadable',
    `The listing's record of product ${id} cannot be read; it was not touched`,
  );
}

/**
 * Decides on a 404. It may be believed where the listing does not show the product either; if it does, the two
 * contradict each other, and items alone may be broken.
 *
 * @throws SyncError for a contradiction.
 */
function notFound(context: RunContext, id: number, look: ProductLook): void {
  const { due, index } = context.tools;
  const row = index.get('products', [id]);
  if (!row || isGone(row, look)) removeProduct(context, id, look.work);
  else due.settle('product', id, look.work, laterLook(context, row, look));
}

function isGone(row: ProductRow, { evidence, reason }: ProductLook): boolean {
  if (evidence === 'missing' || evidence === 'absent') return true;
  const isConfirmed = evidence === 'unknown' && reason === 'not-found';
  return isConfirmed || (evidence !== 'shown' && row.listed === 0);
}

function laterLook(
  { tools: { clock } }: RunContext,
  { id, missing }: ProductRow,
  { evidence }: ProductLook,
): NextWork {
  const now = clock.now();
  if (evidence === 'unknown') return { at: secondLookAt(now), reason: 'not-found' };
  if (evidence === 'indexed' && missing > 0) {
    return { at: detailDueAt('product', id, now), reason: 'detail-age' };
  }
  const reason = `Product ${id} is in the backend's listing, but its item is not found; it was not touched`;
  throw new SyncError('contradiction', reason);
}

/** A part of other products, such as a variant, that has no page and never had one. */
function isUnknownPart(context: RunContext, { item }: ItemReading): boolean {
  return item.visibility === 'not_visible' && context.tools.index.get('products', [item.id]) === undefined;
}

/** Nothing of such a product is in KV but what the records of its parents show. */
function passOn(context: RunContext, id: number, { work }: ProductLook): void {
  const { due, index } = context.tools;
  context.recover('products', id);
  index.transaction(() => {
    refreshParents(context, id);
    due.settle('product', id, work, null);
  });
}

async function writeProduct(
  context: RunContext,
  row: ProductRow,
  reading: ItemReading,
  look: ProductLook,
): Promise<void> {
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
  const settle = () =>
    settleProduct(context, { written: row, reading, look, record, card: productCard(record) });
  if (!hasPage(row)) {
    index.transaction(settle);
    return;
  }
  const isDone = await context.write(
    {
      key: { type: 'product', store, slug: row.slug },
      entityId: row.id,
      record,
      isCurrent: () => index.get('products', [row.id])?.slug === row.slug,
      onUnsettled: () => forgetListHash(context, row.id),
      onSettled: settle,
    },
    look.reason,
  );
  if (!isDone) postpone(context, row.id, look);
}

/** A crash from here on must find the product changed again. */
function forgetListHash(context: RunContext, id: number): void {
  const { index } = context.tools;
  const row = index.get('products', [id]);
  if (row && row.listHash !== '') index.put('products', { ...row, listHash: '' });
}

function postpone(context: RunContext, id: number, { work }: ProductLook): void {
  const { allowance, due } = context.tools;
  due.settle('product', id, work, { at: allowance.renewsAt(), reason: 'deferred' });
}
