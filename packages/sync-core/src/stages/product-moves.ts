import type { SlugMove } from '../addresses/address-book.js';
import type { RunContext } from '../run/run-context.js';
import { markCategories } from './category-marks.js';
import { requestFollowUp, requestRefresh } from './refresh-request.js';

/**
 * Whoever moved is written under its new address, and so is every record and listing that names it.
 *
 * @param writtenId the product that is being written anyway.
 */
export function followMoves(context: RunContext, moves: readonly SlugMove[], writtenId?: number): void {
  const { index } = context.tools;
  for (const { id } of moves) {
    const row = index.get('products', [id]);
    if (row && id !== writtenId) requestFollowUp(context, id, 'moved');
    if (row) markCategories(context, row);
    // Until then its redirect leads on from there.
    for (const relation of index.scan('relations', { equals: [id] })) {
      if (relation.kind === 'link') requestRefresh(context, relation.parentId, 'relation');
    }
  }
}
