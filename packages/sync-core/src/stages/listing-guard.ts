import { isLargeShare, isMassRemoval } from '../run/mass-removal.js';
import type { RunContext } from '../run/run-context.js';
import { parseIds, RELIST } from './category-marks.js';
import { isAnchor } from './listed-categories.js';

/**
 * Whether an order must not be believed, because it lacks too many products which by their own records are still
 * in the category: the index of the backend behind its category listings may be broken while its product listing
 * is whole. A few may have been taken out by hand.
 *
 * @param before ids of the order that is known.
 */
export function isDoubtful(
  context: RunContext,
  lacking: number,
  before: readonly number[],
  after: readonly number[],
): boolean {
  const isEmptied = after.length === 0 && lacking > 0 && !context.run.request.switches.allowPrune;
  return isEmptied || isTooMuch(context, lacking, before.length);
}

/** Whether an order that nothing but itself speaks for lacks so much that the product listing has to be asked. */
export function isQuestionable(context: RunContext, lacking: number, known: number): boolean {
  return !context.run.request.switches.allowPrune && isLargeShare(lacking, known);
}

/** Whether so many products do not leave a category at once, unless the caller says so. */
export function isTooMuch(context: RunContext, lacking: number, known: number): boolean {
  return !context.run.request.switches.allowPrune && isMassRemoval(lacking, known);
}

/** Products that an order lacks although they are in the category by their own records. */
export function unexplained(
  context: RunContext,
  categoryId: number,
  before: readonly number[],
  after: readonly number[],
): number[] {
  const present = new Set(after);
  const members = membersOf(context, categoryId);
  return before.filter((id) => !present.has(id) && isMember(context, id, members));
}

/** The category and, if it is an anchor and nothing but its products changed, all below it. */
export function membersOf(context: RunContext, categoryId: number): Set<number> {
  const { index } = context.tools;
  const members = new Set([categoryId]);
  // A category that was itself edited may have stopped to show what is below it.
  const row = index.get('categories', [categoryId]);
  if (!row || row.relist === RELIST.read || !isAnchor(row)) return members;
  for (const id of members) {
    for (const child of index.scan('categories', { by: 'byParent', equals: [id] })) {
      if (child.inTree === 1) members.add(child.id);
    }
  }
  return members;
}

/**
 * Whether a product that is listed is in one of these categories. That the listing lacked it counts only in the run
 * that read the whole of it, once the guard against mass removals has let that pass.
 */
export function isMember(context: RunContext, id: number, members: ReadonlySet<number>): boolean {
  const row = context.tools.index.get('products', [id]);
  const isGone = row !== undefined && row.missing > 0 && context.isComplete('products');
  if (!row || row.listed === 0 || isGone) return false;
  return parseIds(row.categoryIds).some((categoryId) => members.has(categoryId));
}
