import { keys, type ProductRecord } from '@maho-storefront/kv-schema';
import type { IndexRow } from '../catalog-index/tables.js';
import type { NextWork } from '../due/due-table.js';
import { detailDueAt, secondLookAt, windowDueAt } from '../due/due-times.js';
import type { StoredCard } from '../records/product-record.js';
import type { RunContext } from '../run/run-context.js';
import { markCategories } from './category-marks.js';
import { markMembership } from './product-membership.js';
import type { ProductLook, ProductReading } from './product-reading.js';
import { noteRelations, refreshParents } from './product-relations.js';
import { dueInThisRun } from './refresh-request.js';

/** A product's record that KV holds, and how it came about. */
export interface WrittenProduct {
  /** The product's row when the record was made. */
  written: IndexRow<'products'>;
  look: ProductLook;
  reading: ProductReading;
  record: ProductRecord;
  card: StoredCard;
}

/**
 * Notes that KV holds a record of a product: the hash of the listing record it was made from, its card, what it
 * shows of others, and when to look again. Runs inside the transaction that settles the record.
 */
export function settleProduct(context: RunContext, product: WrittenProduct): void {
  const { index, redirects } = context.tools;
  const { look, reading, record, written } = product;
  context.recover('products', written.id);
  const row = index.get('products', [written.id]);
  if (!row) return;
  // It may have moved while its record was on the way: then the redirect at the old address is its own.
  if (row.slug === written.slug) redirects.occupy(row.slug);
  const card = JSON.stringify(product.card);
  // The listing was read past every cache: where the item is older, it knows the categories better.
  const categoryIds = reading.isStale ? row.categoryIds : JSON.stringify(record.categoryIds);
  const isOtherCard = row.card !== card;
  const listHash = reading.isStale ? '' : written.seenHash;
  const settled = { ...row, listHash, card, categoryIds, detailAt: reading.readAt };
  index.put('products', settled);
  markMembership(context, row, settled);
  if (isOtherCard && settled.listed === 1) markCategories(context, settled);
  noteRelations(context, record);
  // What was asked for may have changed in what a card does not show.
  const concernsParents = look.reason === 'requested' || (isOtherCard && row.card !== '');
  if (concernsParents) refreshParents(context, row.id);
  scheduleNextLook(context, row, product);
}

function scheduleNextLook(
  context: RunContext,
  row: IndexRow<'products'>,
  { look, reading, record, written }: WrittenProduct,
): void {
  const { due, store, suspects } = context.tools;
  const hasMoved = row.slug !== written.slug;
  if (hasMoved && written.slug !== '') suspects.mark(keys.product(store, written.slug));
  due.settle('product', row.id, look.work, nextLook(context, record, reading, look));
  const isOldAlready = hasMoved || context.refreshing.get(row.id) === true;
  if (isOldAlready) dueInThisRun(context, 'product', row.id, 'moved');
}

/** The earliest of: the backend's cache has surely let go, a date window turns, the detail is a day old. */
function nextLook(
  { tools: { meta } }: RunContext,
  record: ProductRecord,
  reading: ProductReading,
  look: ProductLook,
): NextWork {
  const { readAt } = reading;
  const looks: NextWork[] = [{ at: detailDueAt('product', record.id, readAt), reason: 'detail-age' }];
  const turnsAt = windowDueAt(record, meta.get('timezone') ?? 'UTC', readAt);
  if (turnsAt !== null) looks.push({ at: turnsAt, reason: 'window' });
  // What is read as a window turns may still be the price of before.
  if (reading.isDoubtful || look.reason === 'window') {
    looks.push({ at: secondLookAt(readAt), reason: 'second-look' });
  }
  return looks.reduce((first, look) => (look.at < first.at ? look : first));
}
