import type { Stage } from '../run/stage.js';
import { batchSize } from './batch-size.js';
import { refreshProduct } from './product-refresh.js';
import { refreshBatch } from './refresh-batch.js';

interface ProbesCursor {
  lastId: number;
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
    return { lastId: 0, probed: 0, failuresInARow: 0 };
  },
  async step(context, cursor) {
    const { index } = context.tools;
    const limit = Math.min(batchSize(context, REQUESTS_EACH, 1), MAX_PROBES - cursor.probed);
    // Probed ones lose their mark; those that fail keep it, so the walk goes on by id.
    const missing = index
      .scan('products', { by: 'byMissing', after: [0] })
      .filter(({ id }) => id > cursor.lastId)
      .sort((a, b) => a.id - b.id)
      .slice(0, limit);
    const last = missing.at(-1);
    if (!last) return null;
    const failuresInARow = await refreshBatch(
      context,
      'product',
      'products',
      missing,
      cursor.failuresInARow,
      (id) => refreshProduct(context, id, 'product-probe'),
    );
    return { lastId: last.id, probed: cursor.probed + missing.length, failuresInARow };
  },
};
