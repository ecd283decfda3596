import type { IndexRow } from '../catalog-index/tables.js';
import { isMassRemoval } from '../run/mass-removal.js';
import type { RunContext } from '../run/run-context.js';
import { SyncError } from '../run/sync-error.js';
import { RELIST } from './category-marks.js';

/**
 * Why an order must not be believed that lacks products which, by their own records, are still in the category: the index of
 * the backend behind its category listings may be broken while its product listing is whole. Null when so few
 * are missing that they may have been taken out by hand.
 *
 * @param before ids of the order that is known.
 */
export function doubtfulListing(
  context: RunContext,
  category: IndexRow<'categories'>,
  before: readonly number[],
  after: readonly number[],
): SyncError | null {
  if (context.run.request.switches.allowPrune) return null;
  const present = new Set(after);
  const members = membersOf(context, category);
  const unexplained = before.filter((id) => !present.has(id) && isMember(context, id, members)).length;
  const isEmptied = after.length === 0 && unexplained > 0;
  if (!isEmptied && !isMassRemoval(unexplained, before.length)) return null;
  return new SyncError(
    'mass_removal',
    `The listing of category ${category.id} lacks ${unexplained} of ${before.length} products that are still in it; ` +
      'it was not touched. If this is right, sync with allowPrune=1',
  );
}

/** The category and, while nothing but its products changed, all below it. */
function membersOf(context: RunContext, category: IndexRow<'categories'>): Set<number> {
  const members = new Set([category.id]);
  // A category that was itself edited may have stopped to show what is below it.
  if (category.relist === RELIST.read) return members;
  for (const id of members) {
    for (const child of context.tools.index.scan('categories', { by: 'byParent', equals: [id] })) {
      if (child.inTree === 1) members.add(child.id);
    }
  }
  return members;
}

function isMember(context: RunContext, id: number, members: ReadonlySet<number>): boolean {
  const row = context.tools.index.get('products', [id]);
  if (!row || row.listed === 0 || row.missing > 0) return false;
  const categoryIds: unknown = JSON.parse(row.categoryIds);
  return Array.isArray(categoryIds) && categoryIds.some((categoryId) => members.has(Number(categoryId)));
}
