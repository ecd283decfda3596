import type { DueWork } from '../due/due-table.js';
import type { RunContext } from '../run/run-context.js';
import { markCategories } from './category-marks.js';
import { followMoves } from './product-moves.js';
import { requestFollowUp, requestRefresh } from './refresh-request.js';

/**
 * Forgets a product that the backend says is gone. Its keys lose their claim and go at the end of the run.
 *
 * @param work as which it was looked at.
 */
export function removeProduct(context: RunContext, id: number, work: DueWork | null): void {
  const { addresses, due, index } = context.tools;
  context.recover('products', id);
  index.transaction(() => {
    const row = index.get('products', [id]);
    if (row) markCategories(context, row);
    for (const relation of index.scan('relations', { equals: [id] })) {
      index.delete('relations', [relation.childId, relation.parentId, relation.kind]);
      if (relation.kind === 'part') requestFollowUp(context, relation.parentId, 'relation');
      else requestRefresh(context, relation.parentId, 'relation');
    }
    for (const relation of index.scan('relations', { by: 'byParent', equals: [id] })) {
      index.delete('relations', [relation.childId, relation.parentId, relation.kind]);
    }
    followMoves(context, addresses.remove(id));
    due.settle('product', id, work, null);
  });
}
