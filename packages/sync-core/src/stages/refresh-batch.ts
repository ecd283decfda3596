import { MahoApiError } from '@maho-storefront/maho-client';
import type { DueType, DueWork } from '../due/due-table.js';
import { retryDueAt } from '../due/due-times.js';
import { isBackendGoneForItems } from '../run/backend-gone.js';
import { boundedMap } from '../run/bounded-map.js';
import { isReportable } from '../run/reportable-error.js';
import type { RunContext } from '../run/run-context.js';
import type { SyncEntity } from '../run/sync-scope.js';

/** As many failures in a row mean that it is not the items. */
const MAX_FAILURES_IN_A_ROW = 12;

/**
 * Works off entities that are due, a few at a time. One that fails is reported and stays due, with growing
 * pauses; the rest goes on.
 *
 * @param failuresInARow what the batch before returned.
 * @returns failures since the last success.
 * @throws the error that shows the backend is gone as a whole.
 */
export async function refreshBatch(
  context: RunContext,
  type: DueType,
  entity: SyncEntity,
  batch: readonly Pick<DueWork, 'id'>[],
  failuresInARow: number,
  refresh: (id: number) => Promise<void>,
): Promise<number> {
  let inARow = failuresInARow;
  await boundedMap(batch, context.tools.limits.backendRequestsInFlight, async ({ id }) => {
    // A batch may take minutes where the backend is slow; what is left of it stays due.
    if (context.isCancelled) return;
    const work = context.tools.due.get(type, id);
    try {
      await refresh(id);
      inARow = 0;
    } catch (error) {
      if (!isReportable(error) || isBackendGoneForItems(error)) throw error;
      inARow += 1;
      context.fail(entity, id, error);
      retryLater(context, type, id, work);
      if (error instanceof MahoApiError && inARow >= MAX_FAILURES_IN_A_ROW) throw error;
    }
  });
  return inARow;
}

function retryLater(context: RunContext, type: DueType, id: number, work: DueWork | null): void {
  const { clock, due } = context.tools;
  const attempts = (work?.attempts ?? 0) + 1;
  due.settle(type, id, work, { at: retryDueAt(attempts, clock.now()), reason: 'retry', attempts });
}
