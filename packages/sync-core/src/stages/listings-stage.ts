import type { IndexRow } from '../catalog-index/tables.js';
import { isBackendGone } from '../run/backend-gone.js';
import { isReportable } from '../run/reportable-error.js';
import type { RunContext } from '../run/run-context.js';
import type { WriteReason } from '../run/run-report.js';
import type { Stage } from '../run/stage.js';
import { batchSize } from './batch-size.js';
import { markListing, needsOrder, RELIST } from './category-marks.js';
import { CategoryOrder } from './category-order.js';
import { retryDue } from './due-retry.js';
import { askListing, readOrder, readUnknown } from './listing-order.js';
import { buildListingPages, visibleProducts } from './listing-pages.js';

export interface ListingsCursor {
  /** Category at work; the walk goes by ascending id. */
  categoryId: number;
  /**
   * Reading the order; asking for products that the order lacks without a reason; reading products it names that
   * are not known yet; writing pages.
   */
  phase: 'order' | 'doubt' | 'unknown' | 'pages';
  /** Backend page of the order, or listing page. */
  page: number;
  total: number | null;
  /** The order as far as it has been read. */
  ids: number[];
  restarts: number;
  /** Products still to be asked for or read. */
  products: number[];
  /** Of those asked for, how many say that the order should not lack them. */
  contradicting: number;
  /** How many the product listing lacks as well; not there in a cursor that an earlier version has kept. */
  absent?: number;
  /** When its order began to be read, epoch ms: what was learned of a product after that is newer. */
  startedAt: number;
  /** Time for which the category was due when the work began; 0 = it was not. */
  dueAt: number;
  reason: WriteReason;
  /** Slice in which the work began. */
  slice: number;
}

const REQUESTS_EACH = 2;

/**
 * Makes every listing page equal to the backend's: its order is the merchant's, joined with the cards of
 * products that are listed. After a full read of the products all categories are read again; otherwise only
 * those that are new, changed or touched, and in a by-id run those that it touched itself.
 */
export const listingsStage: Stage<ListingsCursor> = {
  entity: 'listings',
  cost: { kvOperations: 6, requests: REQUESTS_EACH },
  begin: (context) => (context.isHeld('listings') ? null : nextCategory(context, 0)),
  async step(context, cursor) {
    const { categoryId } = cursor;
    const row = context.tools.index.get('categories', [categoryId]);
    if (!row || row.inTree === 0) return giveUp(context, categoryId);
    try {
      const next = await advance(context, cursor);
      return next ?? nextCategory(context, categoryId);
    } catch (error) {
      if (!isReportable(error) || isBackendGone(error)) throw error;
      context.fail('listings', categoryId, error);
      markListing(context, categoryId, RELIST.reread);
      // Only what is due has to be tried again; whoever else marked the listing comes to it by the mark.
      retryDue(context, 'listing', categoryId);
      return nextCategory(context, categoryId);
    }
  },
};

/** @returns null when the category is done. */
function advance(context: RunContext, cursor: ListingsCursor): Promise<ListingsCursor | null> {
  switch (cursor.phase) {
    case 'order':
      return readOrder(context, cursor);
    case 'doubt':
      return askListing(context, cursor);
    case 'unknown':
      return readUnknown(context, cursor);
    case 'pages':
      return writePages(context, cursor);
  }
}

function giveUp(context: RunContext, categoryId: number): ListingsCursor | null {
  context.tools.due.replace('listing', categoryId, null);
  return nextCategory(context, categoryId);
}

function nextCategory(context: RunContext, afterId: number): ListingsCursor | null {
  const row = context.isUrgent ? nextDue(context) : nextMarked(context, afterId);
  if (row) return beginCategory(context, row);
  if (!context.isUrgent) context.complete('listings');
  return null;
}

/** A category that a by-id run has touched: it is due until it is done. */
function nextDue(context: RunContext): IndexRow<'categories'> | null {
  const { clock, due, index } = context.tools;
  for (;;) {
    const [work] = due.take('listing', clock.now(), 1);
    if (!work) return null;
    const row = index.get('categories', [work.id]);
    if (row?.inTree === 1) return row;
    due.replace('listing', work.id, null);
  }
}

function nextMarked(context: RunContext, afterId: number): IndexRow<'categories'> | null {
  for (let id = afterId; ; ) {
    const [row] = context.tools.index.scan('categories', { after: [id], limit: 1 });
    if (!row) return null;
    if (row.inTree === 1 && isToDo(context, row)) return row;
    id = row.id;
  }
}

function isToDo(context: RunContext, row: IndexRow<'categories'>): boolean {
  if (context.readsAllOrders || needsOrder(row)) return true;
  const { scope } = context.run.request;
  const mayRebuild = scope === 'due' || scope === 'changes';
  return (mayRebuild && row.relist === RELIST.rebuild) || isDue(context, row.id);
}

function isDue({ tools: { clock, due } }: RunContext, categoryId: number): boolean {
  const work = due.get('listing', categoryId);
  return work !== null && work.at <= clock.now();
}

function beginCategory(context: RunContext, row: IndexRow<'categories'>): ListingsCursor {
  const { clock, due } = context.tools;
  const isRead = context.readsAllOrders || needsOrder(row);
  const work = due.get('listing', row.id);
  return {
    categoryId: row.id,
    phase: isRead ? 'order' : 'pages',
    page: 1,
    total: null,
    ids: [],
    restarts: 0,
    products: [],
    contradicting: 0,
    startedAt: clock.now(),
    dueAt: work?.at ?? 0,
    reason: context.isUrgent ? 'follows' : isRead ? 'read' : 'changed',
    slice: context.run.report.slices,
  };
}

async function writePages(context: RunContext, cursor: ListingsCursor): Promise<ListingsCursor | null> {
  const { categoryId, page, reason } = cursor;
  const ids = listedProducts(context, cursor);
  const limit = batchSize(context, 1, 1);
  const nextPage = await buildListingPages(context, { categoryId, ids, reason }, page, limit);
  if (nextPage !== null) return { ...cursor, page: nextPage };
  context.tools.index.transaction(() => settle(context, cursor, ids.length));
  return null;
}

function listedProducts(context: RunContext, { categoryId, page }: ListingsCursor): readonly number[] {
  if (page === 1 || context.listing?.categoryId !== categoryId) {
    const ids = visibleProducts(context, new CategoryOrder(context, categoryId).ids());
    context.listing = { categoryId, ids };
  }
  return context.listing.ids;
}

/** Takes the category's marks away, unless another run has set them while this one was cut. */
function settle(context: RunContext, cursor: ListingsCursor, products: number): void {
  const { due, index } = context.tools;
  const { categoryId } = cursor;
  const row = index.get('categories', [categoryId]);
  if (!row) return;
  if (row.productCount !== products) due.replace('tree', 0, treeWork(context));
  const work = due.get('listing', categoryId);
  const isTouched = work !== null && work.at !== cursor.dueAt && !context.isUrgent;
  if (work && !isTouched) due.replace('listing', categoryId, null);
  const wasCut = cursor.slice !== context.run.report.slices && !context.isAlone;
  const relist = isTouched || (wasCut && context.isUrgent) ? row.relist : RELIST.nothing;
  if (row.productCount !== products || row.relist !== relist) {
    index.put('categories', { ...row, productCount: products, relist });
  }
}

function treeWork({ tools: { clock } }: RunContext) {
  return { at: clock.now(), reason: 'follows' } as const;
}
