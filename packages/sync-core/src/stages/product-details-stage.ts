import type { Stage } from '../run/stage.js';
import { batchSize } from './batch-size.js';
import { refreshProduct } from './product-refresh.js';
import { refreshBatch } from './refresh-batch.js';

interface ProductDetailsCursor {
  failuresInARow: number;
}

/** Item and custom options. */
const REQUESTS_EACH = 2;

/** Reads every product that is due by id and writes its record: new, changed, moved, stale or a day old. */
export const productDetailsStage: Stage<ProductDetailsCursor> = {
  entity: 'products',
  cost: { kvOperations: 1, requests: REQUESTS_EACH },
  begin: (context) => (context.isHeld('products') ? null : { failuresInARow: 0 }),
  async step(context, { failuresInARow }) {
    const { clock, due } = context.tools;
    const batch = due.take('product', clock.now(), batchSize(context, REQUESTS_EACH, 1));
    if (batch.length === 0) return null;
    const inARow = await refreshBatch(context, 'product', 'products', batch, failuresInARow, (id) =>
      refreshProduct(context, id, 'product'),
    );
    return { failuresInARow: inARow };
  },
};
