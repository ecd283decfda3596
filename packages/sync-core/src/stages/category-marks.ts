import type { IndexRow } from '../catalog-index/tables.js';
import type { RunContext } from '../run/run-context.js';

/** What a category's listing needs. */
export const RELIST = {
  nothing: 0,
  /** Its pages are built again from the order that is known. */
  rebuild: 1,
  /** Its order is read again first. */
  read: 2,
} as const;

/** Has the listings that may show a product built again: those of its categories and of all above them. */
export function markCategories(
  context: RunContext,
  product: Pick<IndexRow<'products'>, 'categoryIds'>,
): void {
  const ids: unknown = JSON.parse(product.categoryIds);
  if (!Array.isArray(ids)) return;
  for (const id of ids) markUpwards(context, Number(id));
}

function markUpwards(context: RunContext, id: number): void {
  const { index } = context.tools;
  const visited = new Set<number>();
  let next = id;
  for (
    let row = index.get('categories', [next]);
    row && !visited.has(next);
    row = index.get('categories', [next])
  ) {
    visited.add(next);
    if (row.relist === RELIST.nothing) index.put('categories', { ...row, relist: RELIST.rebuild });
    next = row.parentId;
  }
}
