import { MahoNotFoundError } from '@maho-storefront/maho-client';
import type { DueWork } from '../due/due-table.js';
import { detailDueAt } from '../due/due-times.js';
import { categoryRecord } from '../records/category-record.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { batchSize } from './batch-size.js';
import { markListing, RELIST } from './category-marks.js';
import { dueBatch } from './due-batch.js';
import { refreshBatch } from './refresh-batch.js';

interface CategoryDetailsCursor {
  failuresInARow: number;
}

/** Reads every category that is due by id: meta data and the landing block are nowhere else. */
export const categoryDetailsStage: Stage<CategoryDetailsCursor> = {
  entity: 'categories',
  cost: { kvOperations: 1, requests: 1 },
  begin: () => ({ failuresInARow: 0 }),
  async step(context, { failuresInARow }) {
    const batch = dueBatch(context, 'category', batchSize(context, 1, 1));
    if (batch.length === 0) return null;
    const inARow = await refreshBatch(context, 'category', 'categories', batch, failuresInARow, (id) =>
      refreshCategory(context, id),
    );
    return { failuresInARow: inARow };
  },
};

async function refreshCategory(context: RunContext, id: number): Promise<void> {
  const { allowance, backend, clock, due, index, store, toHtml, toUrl } = context.tools;
  const work = due.get('category', id);
  const row = index.get('categories', [id]);
  // Out of the tree it has no page; the listing says when it is back.
  if (!row || row.inTree === 0) return settle(context, id, work, null);
  try {
    const record = categoryRecord(await backend.category(id), row.path, toUrl, toHtml);
    const readAt = clock.now();
    const isDone = await context.write(
      {
        key: { type: 'category', store, id },
        entityId: id,
        record,
        onUnsettled: () =>
          index.put('categories', { ...(index.get('categories', [id]) ?? row), listHash: '' }),
        onSettled: () => settle(context, id, work, readAt),
      },
      work?.reason ?? 'read',
    );
    if (!isDone) {
      due.settle('category', id, work, { at: allowance.renewsAt(), reason: 'deferred' });
    }
  } catch (error) {
    if (!(error instanceof MahoNotFoundError)) throw error;
    // Deactivated since the tree was read: the next reading of the tree takes it out.
    settle(context, id, work, null);
  }
}

function settle(context: RunContext, id: number, work: DueWork | null, readAt: number | null): void {
  const { due, index } = context.tools;
  context.recover('categories', id);
  index.transaction(() => {
    const row = index.get('categories', [id]);
    if (row && row.listHash !== row.seenHash) index.put('categories', { ...row, listHash: row.seenHash });
    // Products that were put into it or sorted leave no trace in the tree.
    if (work?.reason === 'requested') markListing(context, id, RELIST.reread);
    const at = readAt === null ? null : detailDueAt('category', id, readAt);
    due.settle('category', id, work, at === null ? null : { at, reason: 'detail-age' });
  });
}
