import type { IndexRow } from '../catalog-index/tables.js';
import type { Stage } from '../run/stage.js';
import { batchSize } from './batch-size.js';
import { FIRST_MISSING, type MissingPosition, missingProducts } from './missing-products.js';
import { refreshProduct } from './product-refresh.js';
import { refreshBatch } from './refresh-batch.js';

interface ProbesCursor {
  after: MissingPosition;
  probed: number;
  failuresInARow: number;
}

/** What a run may spend on products that left the listing; the rest waits for the next run. */
const MAX_PROBES = 500;
const REQUESTS_EACH = 2;

/**
 * Asks for each product that left the listing whether it is gone or only out of stock, hidden or found by
 * search alone: the listing looks the same for all of them.
 */
export const productProbesStage: Stage<ProbesCursor> = {
  entity: 'products',
  cost: { kvOperations: 1, requests: REQUESTS_EACH },
  begin(context) {
    if (context.isHeld('products') || !context.isComplete('products')) return null;
    return { after: FIRST_MISSING, probed: 0, failuresInARow: 0 };
  },
  async step(context, cursor) {
    const { due, index } = context.tools;
    if (cursor.probed >= MAX_PROBES) return null;
    const limit = Math.min(batchSize(context, REQUESTS_EACH, 1), MAX_PROBES - cursor.probed);
    // Probed ones lose their mark; those that fail keep it, so the walk goes on behind them. One that was asked for
    // is left to whoever looks at the listing once more for it.
    const missing: IndexRow<'products'>[] = [];
    for (const row of missingProducts(index, cursor.after)) {
      if (due.get('product', row.id)?.reason === 'requested') continue;
      if (missing.push(row) >= limit) break;
    }
    const last = missing.at(-1);
    if (!last) return null;
    const failuresInARow = await refreshBatch(
      context,
      'product',
      'products',
      missing,
      cursor.failuresInARow,
      (id) => refreshProduct(context, id, 'missing'),
    );
    const after = [last.missing, last.id] as const;
    return { after, probed: cursor.probed + missing.length, failuresInARow };
  },
};
