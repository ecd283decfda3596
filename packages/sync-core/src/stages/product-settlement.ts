import { keys, type ProductRecord } from '@maho-storefront/kv-schema';
import type { IndexRow } from '../catalog-index/tables.js';
import type { DueWork } from '../due/due-table.js';
import { detailDueAt, secondLookAt, windowDueAt } from '../due/due-times.js';
import type { StoredCard } from '../records/product-record.js';
import type { RunContext } from '../run/run-context.js';
import { markCategories } from './category-marks.js';
import { noteRelations, refreshParents } from './product-relations.js';

/** How and when a product's item was read. */
export interface ProductReading {
  /** Epoch ms. */
  readAt: number;
  /** The item is older than the listing: it came from the backend's cache. */
  isStale: boolean;
}

/**
 * Notes that KV holds this record of a product: the hash of the listing record it was made from, its card,
 * what it shows of others, and when to look again. Runs inside the transaction that settles the record.
 */
export function settleProduct(
  context: RunContext,
  written: IndexRow<'products'>,
  reading: ProductReading,
  record: ProductRecord,
  storedCard: StoredCard,
): void {
  const { index, redirects } = context.tools;
  context.recover('products', written.id);
  const row = index.get('products', [written.id]);
  if (!row) return;
  // It may have moved while its record was on the way: then the redirect at the old address is its own.
  if (row.slug === written.slug) redirects.occupy(row.slug);
  const card = JSON.stringify(storedCard);
  // The listing was read past every cache: where the item is older, it knows the categories better.
  const categoryIds = reading.isStale ? row.categoryIds : JSON.stringify(record.categoryIds);
  const isNew = row.card === '';
  const isOtherCard = row.card !== card;
  index.put('products', {
    ...row,
    listHash: reading.isStale ? '' : written.seenHash,
    card,
    categoryIds,
    detailAt: reading.readAt,
  });
  if (isOtherCard || row.categoryIds !== categoryIds || written.listed === 0) {
    markCategories(context, row);
    markCategories(context, { categoryIds });
  }
  noteRelations(context, record);
  if (isOtherCard && !isNew) refreshParents(context, row.id);
  scheduleNextLook(context, row, written, reading, record);
}

function scheduleNextLook(
  context: RunContext,
  row: IndexRow<'products'>,
  written: IndexRow<'products'>,
  reading: ProductReading,
  record: ProductRecord,
): void {
  const { clock, due, store, suspects } = context.tools;
  const hasMoved = row.slug !== written.slug;
  if (hasMoved && written.slug !== '') suspects.mark(keys.product(store, written.slug));
  if (hasMoved || context.refreshing.get(row.id) === true) {
    due.replace('product', row.id, { at: clock.now(), reason: 'moved', attempts: 0 });
    return;
  }
  due.replace('product', row.id, nextLook(context, record, reading));
}

/** The earliest of: the backend's cache has surely let go, a date window turns, the detail is a day old. */
function nextLook(context: RunContext, record: ProductRecord, reading: ProductReading): Omit<DueWork, 'id'> {
  const { due, meta } = context.tools;
  const { readAt } = reading;
  const looks: Omit<DueWork, 'id'>[] = [
    { at: detailDueAt('product', record.id, readAt), reason: 'detail-age', attempts: 0 },
  ];
  const turnsAt = windowDueAt(record, meta.get('timezone') ?? 'UTC', readAt);
  if (turnsAt !== null) looks.push({ at: turnsAt, reason: 'window', attempts: 0 });
  // What is read as a window turns may still be the price of before.
  const wasWindow = due.get('product', record.id)?.reason === 'window';
  if (reading.isStale || wasWindow) {
    looks.push({ at: secondLookAt(readAt), reason: 'second-look', attempts: 0 });
  }
  return looks.reduce((first, look) => (look.at < first.at ? look : first));
}
