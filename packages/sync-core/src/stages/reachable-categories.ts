import type { IndexRow } from '../catalog-index/tables.js';

type CategoryRow = Pick<IndexRow<'categories'>, 'id' | 'parentId' | 'level'>;

/** Level of the categories right below a store's root. */
const TOP_LEVEL = 2;

/** Ids that can be reached from the store's root: a child of an inactive category is listed, but cannot. */
export function reachableCategories(rows: readonly CategoryRow[]): Set<number> {
  const byParent = new Map<number, CategoryRow[]>();
  for (const row of rows) byParent.set(row.parentId, [...(byParent.get(row.parentId) ?? []), row]);
  const reachable = new Set<number>();
  const queue = rows.filter(({ level }) => level === TOP_LEVEL);
  for (let row = queue.pop(); row; row = queue.pop()) {
    if (reachable.has(row.id)) continue;
    reachable.add(row.id);
    queue.push(...(byParent.get(row.id) ?? []));
  }
  return reachable;
}
