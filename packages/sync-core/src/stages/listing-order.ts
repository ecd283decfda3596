import { PRODUCTS_PER_PAGE } from '../run/backend.js';
import type { RunContext } from '../run/run-context.js';
import { SyncError } from '../run/sync-error.js';
import { batchSize } from './batch-size.js';
import { markListing, RELIST } from './category-marks.js';
import { CategoryOrder } from './category-order.js';
import { isAnchor } from './listed-categories.js';
import { listedByIds } from './listing-by-ids.js';
import { isDoubtful, isMember, isQuestionable, isTooMuch, membersOf, unexplained } from './listing-guard.js';
import type { ListingsCursor } from './listings-stage.js';
import { markMembership } from './product-membership.js';
import { refreshProduct } from './product-refresh.js';
import { refreshBatch } from './refresh-batch.js';
import { requestRefresh } from './refresh-request.js';

const MAX_RESTARTS = 3;
/** More than this means that the products themselves have not been synced yet. */
const MAX_UNKNOWN = 100;
const REQUESTS_EACH = 2;
/** As many ids as a URL holds without trouble. */
const ASKED_TOGETHER = 50;

/** Reads a page of a category's order. */
export async function readOrder(context: RunContext, cursor: ListingsCursor): Promise<ListingsCursor | null> {
  const { categoryId, page } = cursor;
  const answer = await context.tools.backend.categoryProducts(categoryId, page);
  if (cursor.total !== null && cursor.total !== answer.totalItems) return restart(context, cursor);
  const ids = [...cursor.ids, ...answer.items];
  const isEnd = page * PRODUCTS_PER_PAGE >= answer.totalItems || answer.items.length === 0;
  if (!isEnd) return { ...cursor, page: page + 1, total: answer.totalItems, ids };
  return judge(context, { ...cursor, ids: [...new Set(ids)] });
}

/** The listing moved while it was read: its pages do not fit together. */
function restart(context: RunContext, cursor: ListingsCursor): ListingsCursor {
  if (cursor.restarts >= MAX_RESTARTS) {
    const reason = `The listing of category ${cursor.categoryId} changed its size ${MAX_RESTARTS} times while it was read`;
    throw new SyncError('unsteady_listing', reason);
  }
  const startedAt = context.tools.clock.now();
  return { ...cursor, page: 1, total: null, ids: [], restarts: cursor.restarts + 1, startedAt };
}

function judge(context: RunContext, cursor: ListingsCursor): ListingsCursor | null {
  const { categoryId, ids } = cursor;
  const before = new CategoryOrder(context, categoryId).ids();
  const products = unexplained(context, categoryId, before, ids);
  const isWrong = isDoubtful(context, products.length, before, ids);
  if (context.isComplete('products')) {
    if (isWrong) throw lacking(categoryId, products.length, before.length);
    return accept(context, cursor);
  }
  const mustAsk = isWrong || isQuestionable(context, products.length, before.length);
  return mustAsk ? { ...cursor, phase: 'doubt', products } : accept(context, cursor);
}

function lacking(categoryId: number, products: number, known: number): SyncError {
  return new SyncError(
    'mass_removal',
    `The listing of category ${categoryId} lacks ${products} of ${known} products that are still in it; ` +
      'it was not touched. If this is right, sync with allowPrune=1',
  );
}

function lackingEverywhere(categoryId: number, products: number, known: number): SyncError {
  return new SyncError(
    'mass_removal',
    `The listing of category ${categoryId} lacks ${products} of ${known} products, and so does the listing of all ` +
      'products; it was not touched. If this is right, sync with allowPrune=1',
  );
}

/**
 * Asks the product listing, which does not go by categories, whether products are still in this one. Without its
 * word nobody can say whether they were taken out or the order is broken. It comes from the same index of the
 * backend: what it lacks as well is believed of a few only, and while it shows its witnesses.
 */
export async function askListing(
  context: RunContext,
  cursor: ListingsCursor,
): Promise<ListingsCursor | null> {
  const { categoryId } = cursor;
  const batch = cursor.products.slice(0, ASKED_TOGETHER);
  const known = new CategoryOrder(context, categoryId).ids();
  const listed = await listedByIds(context, batch);
  const isWithoutWord = !listed && !isDoubtful(context, cursor.products.length, known, cursor.ids);
  if (isWithoutWord) return accept(context, cursor);
  if (!listed || (listed.absent.length > 0 && !listed.isWhole)) return waitForProducts(context, categoryId);
  const { shown, unreadable } = listed;
  for (const id of [...listed.absent, ...unreadable]) requestRefresh(context, id, 'changed');
  const members = membersOf(context, categoryId);
  const stillIn = [...shown, ...unreadable].filter((id) => isMember(context, id, members));
  const contradicting = cursor.contradicting + stillIn.length;
  const absent = (cursor.absent ?? 0) + listed.absent.length;
  const products = cursor.products.slice(batch.length);
  if (products.length > 0) return { ...cursor, products, contradicting, absent };
  const isContradicted = isDoubtful(context, contradicting, known, cursor.ids);
  if (!isContradicted && !isTooMuch(context, absent, known.length)) return accept(context, cursor);
  // A sync of the categories reports nothing that the sync of the products, which follows it, will judge.
  if (context.run.request.scope === 'categories') return waitForProducts(context, categoryId);
  if (isContradicted) throw lacking(categoryId, contradicting, known.length);
  throw lackingEverywhere(categoryId, absent, known.length);
}

/** Takes the order over; what was learned after it began to be read stands. */
function accept(context: RunContext, cursor: ListingsCursor): ListingsCursor | null {
  const { categoryId, startedAt } = cursor;
  const { index } = context.tools;
  const order = new CategoryOrder(context, categoryId);
  index.transaction(() => {
    const row = index.get('categories', [categoryId]);
    if (!row || row.orderReadAt > startedAt) return;
    noteDifferences(context, categoryId, order.ids(), cursor.ids);
    order.replace(cursor.ids);
    const isShared = context.isUrgent || !context.isAlone;
    if (isShared) index.put('categories', { ...row, orderReadAt: startedAt });
  });
  const products = order.ids().filter((id) => !isKnown(context, id, startedAt));
  if (products.length > MAX_UNKNOWN && !context.isComplete('products')) {
    return waitForProducts(context, categoryId);
  }
  return { ...cursor, phase: products.length > 0 ? 'unknown' : 'pages', page: 1, ids: [], products };
}

/** No page is better than one that lacks most of its products: the sync of the products will build it. */
function waitForProducts(context: RunContext, categoryId: number): null {
  markListing(context, categoryId, RELIST.reread);
  context.tools.due.replace('listing', categoryId, null);
  return null;
}

/**
 * Products that joined or left without their records saying so are looked at again, unless all of them have just
 * been read. Where a category was asked for, the order of what is above it follows from its own.
 */
function noteDifferences(
  context: RunContext,
  categoryId: number,
  before: readonly number[],
  after: readonly number[],
): void {
  if (context.isComplete('products') || before.join() === after.join()) return;
  const [known, present] = [new Set(before), new Set(after)];
  const members = membersOf(context, categoryId);
  const own = new Set([categoryId]);
  for (const id of after) {
    if (!known.has(id) && isListed(context, id) && !isMember(context, id, members)) {
      requestRefresh(context, id, 'changed');
    }
  }
  for (const id of before) {
    if (!present.has(id) && isMember(context, id, own)) requestRefresh(context, id, 'changed');
  }
  if (context.run.request.scope === 'categories-by-id') markParent(context, categoryId);
}

function markParent(context: RunContext, categoryId: number): void {
  const { index } = context.tools;
  const parent = index.get('categories', [index.get('categories', [categoryId])?.parentId ?? 0]);
  if (parent && isAnchor(parent)) markListing(context, parent.id, RELIST.reread);
}

function isListed({ tools: { index } }: RunContext, id: number): boolean {
  return index.get('products', [id])?.listed === 1;
}

/**
 * Whether a card can be shown. A category that lists a product proves that it is listed, and so in its other categories
 * as well, unless its item was read after the order.
 */
function isKnown(context: RunContext, id: number, startedAt: number): boolean {
  const { index } = context.tools;
  const row = index.get('products', [id]);
  if (!row || row.card === '') return false;
  if (row.listed === 0 && row.detailAt <= startedAt) {
    const shown = { ...row, listed: 1, missing: 0 };
    index.put('products', shown);
    markMembership(context, row, shown);
  }
  return true;
}

/** Reads products that appeared after the product listing was read. */
export async function readUnknown(context: RunContext, cursor: ListingsCursor): Promise<ListingsCursor> {
  const batch = cursor.products.slice(0, batchSize(context, REQUESTS_EACH, 1));
  const untried = batch.filter((id) => isUntried(context, id)).map((id) => ({ id }));
  await refreshBatch(context, 'product', 'products', untried, 0, (id) =>
    refreshProduct(context, id, 'shown'),
  );
  const products = cursor.products.slice(batch.length);
  return { ...cursor, products, phase: products.length > 0 ? 'unknown' : 'pages' };
}

/**
 * Whether a product is still to be asked for: not if it has been read meanwhile, has just failed, or waits for
 * the run that was asked for it.
 */
function isUntried(context: RunContext, id: number): boolean {
  const { clock, due, index } = context.tools;
  if (index.get('products', [id])?.card) return false;
  const work = due.get('product', id);
  if (work?.reason === 'requested') return false;
  return work?.reason !== 'retry' || work.at <= clock.now();
}
