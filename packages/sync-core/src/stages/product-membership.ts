import type { IndexRow } from '../catalog-index/tables.js';
import type { RunContext } from '../run/run-context.js';
import {
  markCategories,
  markListing,
  needsOrder,
  parseIds,
  RELIST,
  withAncestors,
} from './category-marks.js';
import { CategoryOrder } from './category-order.js';
import { isAnchor } from './listed-categories.js';

/** What decides which listings show a product. */
type Place = Pick<IndexRow<'products'>, 'id' | 'listed' | 'categoryIds'>;

/**
 * Has the listings built again that a product joins or leaves. Where it joins one, the order is read again,
 * because only the backend knows its position; one that left is just not shown any more.
 *
 * @param before null for a product that was not known.
 */
export function markMembership(context: RunContext, before: Place | null, after: Place): void {
  const wasListed = before?.listed === 1;
  if (before && wasListed && after.listed === 1) markTransfer(context, before, after);
  else if (after.listed === 1) markJoined(context, after);
  else if (before && wasListed) markCategories(context, before);
}

/** A product that was shown before may still be in the order, left out of the pages only. */
function markJoined(context: RunContext, { id, categoryIds }: Place): void {
  const own = new Set(parseIds(categoryIds));
  for (const categoryId of withAncestors(context, own)) {
    const row = context.tools.index.get('categories', [categoryId]);
    if (!row || !(own.has(categoryId) || isAnchor(row))) continue;
    const isInOrder =
      !isReadAnyway(context, row) && new CategoryOrder(context, categoryId).ids().includes(id);
    markListing(context, categoryId, isInOrder ? RELIST.rebuild : RELIST.reread);
  }
}

function isReadAnyway(context: RunContext, category: IndexRow<'categories'>): boolean {
  return context.readsAllOrders || needsOrder(category);
}

function markTransfer(context: RunContext, before: Place, after: Place): void {
  if (before.categoryIds === after.categoryIds) return;
  const [from, to] = [new Set(parseIds(before.categoryIds)), new Set(parseIds(after.categoryIds))];
  const changed = [...from, ...to].filter((id) => from.has(id) !== to.has(id));
  for (const id of withAncestors(context, changed)) markListing(context, id, RELIST.reread);
}
