import type { Stage } from '../run/stage.js';
import { batchSize } from './batch-size.js';
import { dueBatch } from './due-batch.js';
import { listingEvidence } from './listing-evidence.js';
import { refreshProduct } from './product-refresh.js';
import { refreshBatch } from './refresh-batch.js';

interface ProductDetailsCursor {
  failuresInARow: number;
}

/** Item and custom options. */
const REQUESTS_EACH = 2;
/** What the listing shows of all of them. */
const REQUESTS_TOGETHER = 1;

/** Reads every product that is due by id and writes its record: new, changed, moved, stale, asked for or a day old. */
export const productDetailsStage: Stage<ProductDetailsCursor> = {
  entity: 'products',
  cost: { kvOperations: 1, requests: REQUESTS_TOGETHER + REQUESTS_EACH },
  begin: (context) => (context.isHeld('products') ? null : { failuresInARow: 0 }),
  async step(context, { failuresInARow }) {
    const batch = dueBatch(context, 'product', batchSize(context, REQUESTS_EACH, 1, REQUESTS_TOGETHER));
    if (batch.length === 0) return null;
    const evidence = await listingEvidence(context, batch);
    const inARow = await refreshBatch(context, 'product', 'products', batch, failuresInARow, (id) =>
      refreshProduct(context, id, evidence.get(id) ?? 'indexed'),
    );
    return { failuresInARow: inARow };
  },
};
