import type { DueReason } from '../due/due-table.js';
import type { RunContext } from '../run/run-context.js';

/** Makes a product due now; one that is being read at this moment is read once more. */
export function requestRefresh(context: RunContext, id: number, reason: DueReason): void {
  const { due, clock } = context.tools;
  if (context.refreshing.has(id)) context.refreshing.set(id, true);
  due.set('product', id, clock.now(), reason);
}
