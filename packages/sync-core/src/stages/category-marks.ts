import type { IndexRow } from '../catalog-index/tables.js';
import type { RunContext } from '../run/run-context.js';

/** What a category's listing needs. */
export const RELIST = {
  nothing: 0,
  /** Its pages are built again from the order that is known. */
  rebuild: 1,
  /** It is new or was edited itself: its order is read again first. */
  read: 2,
  /** Products joined or left it: its order is read again first. */
  reread: 3,
} as const;

/** Ascending by what includes what. An edited category may show other products, so that mark is never lost. */
const STRENGTH: readonly number[] = [RELIST.nothing, RELIST.rebuild, RELIST.reread, RELIST.read];

type RelistMark = Exclude<(typeof RELIST)[keyof typeof RELIST], typeof RELIST.nothing>;

/** Whether a category's order is to be read again. */
export function needsOrder({ relist }: Pick<IndexRow<'categories'>, 'relist'>): boolean {
  return relist === RELIST.read || relist === RELIST.reread;
}

/** Has a category's listing built again, in this run if it is one by id. */
export function markListing(context: RunContext, id: number, mark: RelistMark): void {
  const { clock, due, index } = context.tools;
  const row = index.get('categories', [id]);
  if (!row) return;
  if (STRENGTH.indexOf(mark) > STRENGTH.indexOf(row.relist)) {
    index.put('categories', { ...row, relist: mark });
  }
  if (!context.isUrgent || row.inTree === 0) return;
  // Always with the present time: whoever is at work on this listing tells by it that there is more to do.
  due.hasten('listing', id, clock.now(), 'follows');
}

/**
 * Has the listings that may show a product built again: those of its categories and of all above them. What is
 * above a category that the backend does not list, an inactive one as a rule, only the orders tell.
 */
export function markCategories(
  context: RunContext,
  product: Pick<IndexRow<'products'>, 'id' | 'categoryIds'>,
): void {
  const own = parseIds(product.categoryIds);
  const isCertain = own.every((id) => context.tools.index.get('categories', [id]) !== undefined);
  const shown = isCertain || context.readsAllOrders ? [] : categoriesShowing(context, product.id);
  for (const id of withAncestors(context, [...own, ...shown])) markListing(context, id, RELIST.rebuild);
}

/** Categories whose order, as it is known, holds a product: looked for in all of them. */
function categoriesShowing({ tools: { index } }: RunContext, productId: number): number[] {
  return index
    .scan('orders', {})
    .filter(({ ids }) => ids.includes(String(productId)) && parseIds(ids).includes(productId))
    .map(({ categoryId }) => categoryId);
}

/** These categories and all above them. */
export function withAncestors(context: RunContext, ids: Iterable<number>): Set<number> {
  const found = new Set(ids);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const id of found) {
    const row = context.tools.index.get('categories', [id]);
    if (row) found.add(row.parentId);
  }
  return found;
}

/** Ids as a row keeps them. */
export function parseIds(text: string): number[] {
  const ids: unknown = JSON.parse(text);
  return Array.isArray(ids) ? ids.map(Number) : [];
}
