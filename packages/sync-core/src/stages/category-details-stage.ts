import { MahoNotFoundError } from '@maho-storefront/maho-client';
import { detailDueAt } from '../due/due-times.js';
import { categoryRecord } from '../records/category-record.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { batchSize } from './batch-size.js';
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
    const { clock, due } = context.tools;
    const batch = due.take('category', clock.now(), batchSize(context, 1, 1));
    if (batch.length === 0) return null;
    const inARow = await refreshBatch(context, 'category', 'categories', batch, failuresInARow, (id) =>
      refreshCategory(context, id),
    );
    return { failuresInARow: inARow };
  },
};

async function refreshCategory(context: RunContext, id: number): Promise<void> {
  const { backend, clock, due, index, store, toHtml, toUrl } = context.tools;
  const row = index.get('categories', [id]);
  // Out of the tree it has no page; the listing says when it is back.
  if (!row || row.inTree === 0) return settle(context, id, null);
  try {
    const record = categoryRecord(await backend.category(id), row.path, toUrl, toHtml);
    const readAt = clock.now();
    const isDone = await context.write({
      key: { type: 'category', store, id },
      entityId: id,
      record,
      onUnsettled: () => index.put('categories', { ...(index.get('categories', [id]) ?? row), listHash: '' }),
      onSettled: () => settle(context, id, readAt),
    });
    if (!isDone) {
      due.replace('category', id, {
        at: context.tools.allowance.renewsAt(),
        reason: 'deferred',
        attempts: 0,
      });
    }
  } catch (error) {
    if (!(error instanceof MahoNotFoundError)) throw error;
    // Deactivated since the tree was read: the next reading of the tree takes it out.
    settle(context, id, null);
  }
}

function settle(context: RunContext, id: number, readAt: number | null): void {
  const { due, index } = context.tools;
  context.recover('categories', id);
  index.transaction(() => {
    const row = index.get('categories', [id]);
    if (row && row.listHash !== row.seenHash) index.put('categories', { ...row, listHash: row.seenHash });
    const next =
      readAt === null
        ? null
        : ({ at: detailDueAt('category', id, readAt), reason: 'detail-age', attempts: 0 } as const);
    due.replace('category', id, next);
  });
}
