import type { IndexRow } from '../catalog-index/tables.js';
import { PRODUCTS_PER_PAGE } from '../run/backend.js';
import { isBackendGone } from '../run/backend-gone.js';
import { isReportable } from '../run/reportable-error.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { SyncError } from '../run/sync-error.js';
import { batchSize } from './batch-size.js';
import { RELIST } from './category-marks.js';
import { CategoryOrder } from './category-order.js';
import { doubtfulListing } from './listing-guard.js';
import { buildListingPages, visibleProducts } from './listing-pages.js';
import { refreshProduct } from './product-refresh.js';
import { refreshBatch } from './refresh-batch.js';

/** Reading a category's order, then reading products it names that are not known yet, then its pages. */
type Phase = 'read' | 'unknown' | 'pages';

interface ListingsCursor {
  /** Category at work; the walk goes by ascending id. */
  categoryId: number;
  phase: Phase;
  /** Backend page in `read`, listing page in `pages`. */
  page: number;
  total: number | null;
  ids: number[];
  restarts: number;
  unknown: number[];
}

const MAX_RESTARTS = 3;
/** More than this means that the products themselves have not been synced yet. */
const MAX_UNKNOWN = 100;
const REQUESTS_EACH = 2;

/**
 * Makes every listing page equal to the backend's: its order is the merchant's, joined with the cards of
 * products that are listed. After a full read of the products all categories are read again; otherwise
 * only those that are new, changed or touched.
 */
export const listingsStage: Stage<ListingsCursor> = {
  entity: 'listings',
  cost: { kvOperations: 6, requests: REQUESTS_EACH },
  begin: (context) => (context.isHeld('listings') ? null : nextCategory(context, 0)),
  async step(context, cursor) {
    const row = context.tools.index.get('categories', [cursor.categoryId]);
    if (!row || row.inTree === 0) return nextCategory(context, cursor.categoryId);
    try {
      if (cursor.phase === 'read') return await readOrder(context, cursor);
      if (cursor.phase === 'unknown') return await readUnknown(context, cursor);
      return await writePages(context, cursor);
    } catch (error) {
      if (!isReportable(error) || isBackendGone(error)) throw error;
      context.fail('listings', cursor.categoryId, error);
      mark(context, cursor.categoryId, RELIST.read);
      return nextCategory(context, cursor.categoryId);
    }
  },
};

function nextCategory(context: RunContext, afterId: number): ListingsCursor | null {
  const { index } = context.tools;
  const { scope } = context.run.request;
  const all = scope === 'full' || scope === 'products';
  for (let id = afterId; ; ) {
    const [row] = index.scan('categories', { after: [id], limit: 1 });
    if (!row) {
      context.complete('listings');
      return null;
    }
    id = row.id;
    const phase = row.inTree === 1 ? phaseFor(row, all, context) : null;
    if (phase) return { categoryId: id, phase, page: 1, total: null, ids: [], restarts: 0, unknown: [] };
  }
}

function phaseFor(row: IndexRow<'categories'>, all: boolean, context: RunContext): Phase | null {
  if (all || row.relist === RELIST.read) return 'read';
  const mayRebuild = row.relist === RELIST.rebuild && context.run.request.scope === 'due';
  return mayRebuild ? 'pages' : null;
}

async function readOrder(context: RunContext, cursor: ListingsCursor): Promise<ListingsCursor | null> {
  const { categoryId, page } = cursor;
  const answer = await context.tools.backend.categoryProducts(categoryId, page);
  if (cursor.total !== null && cursor.total !== answer.totalItems) return restart(cursor);
  const ids = [...cursor.ids, ...answer.items];
  const isEnd = page * PRODUCTS_PER_PAGE >= answer.totalItems || answer.items.length === 0;
  if (!isEnd) return { ...cursor, page: page + 1, total: answer.totalItems, ids };
  const order = [...new Set(ids)];
  const row = context.tools.index.get('categories', [categoryId]);
  const doubt = row && doubtfulListing(context, row, new CategoryOrder(context, categoryId).ids(), order);
  if (doubt) {
    // Without a fresh reading of the products nobody can say whether they were taken out.
    if (context.run.request.scope === 'categories') return waitForProducts(context, categoryId);
    throw doubt;
  }
  new CategoryOrder(context, categoryId).replace(order);
  const unknown = order.filter((id) => !isKnown(context, id));
  if (unknown.length > MAX_UNKNOWN && !context.isComplete('products'))
    return waitForProducts(context, categoryId);
  return { ...cursor, phase: unknown.length > 0 ? 'unknown' : 'pages', page: 1, ids: [], unknown };
}

/** No page is better than one that lacks most of its products: the sync of the products will build it. */
function waitForProducts(context: RunContext, categoryId: number): ListingsCursor | null {
  mark(context, categoryId, RELIST.read);
  return nextCategory(context, categoryId);
}

/** The listing moved while it was read: its pages do not fit together. */
function restart(cursor: ListingsCursor): ListingsCursor {
  if (cursor.restarts >= MAX_RESTARTS) {
    const reason = `The listing of category ${cursor.categoryId} changed its size ${MAX_RESTARTS} times while it was read`;
    throw new SyncError('unsteady_listing', reason);
  }
  return { ...cursor, page: 1, total: null, ids: [], restarts: cursor.restarts + 1 };
}

/** Whether a card can be shown. A category that lists a product proves that it is listed. */
function isKnown(context: RunContext, id: number): boolean {
  const { index } = context.tools;
  const row = index.get('products', [id]);
  if (row && row.listed === 0 && row.card !== '') index.put('products', { ...row, listed: 1, missing: 0 });
  return row !== undefined && row.card !== '';
}

/** Whether a product has just been asked for in vain: asking once for each of its categories helps nobody. */
function hasFailed(context: RunContext, id: number): boolean {
  const { clock, due } = context.tools;
  const work = due.get('product', id);
  return work?.reason === 'retry' && work.at > clock.now();
}

/** Products that appeared after the product listing was read. */
async function readUnknown(context: RunContext, cursor: ListingsCursor): Promise<ListingsCursor> {
  const batch = cursor.unknown.slice(0, batchSize(context, REQUESTS_EACH, 1));
  const untried = batch.filter((id) => !hasFailed(context, id));
  await refreshBatch(
    context,
    'product',
    'products',
    untried.map((id) => ({ id })),
    0,
    async (id) => {
      await refreshProduct(context, id, 'product');
      isKnown(context, id);
    },
  );
  const unknown = cursor.unknown.slice(batch.length);
  return { ...cursor, unknown, phase: unknown.length > 0 ? 'unknown' : 'pages' };
}

async function writePages(context: RunContext, cursor: ListingsCursor): Promise<ListingsCursor | null> {
  const { categoryId, page } = cursor;
  const ids = visibleProducts(context, new CategoryOrder(context, categoryId).ids());
  const nextPage = await buildListingPages(context, categoryId, ids, page, batchSize(context, 1, 1));
  if (nextPage !== null) return { ...cursor, page: nextPage };
  const { index } = context.tools;
  const row = index.get('categories', [categoryId]);
  if (row && (row.productCount !== ids.length || row.relist !== RELIST.nothing)) {
    index.put('categories', { ...row, productCount: ids.length, relist: RELIST.nothing });
  }
  return nextCategory(context, categoryId);
}

function mark(context: RunContext, categoryId: number, relist: number): void {
  const { index } = context.tools;
  const row = index.get('categories', [categoryId]);
  if (row && row.relist !== relist) index.put('categories', { ...row, relist });
}
