import type { DueReason, DueType } from '../due/due-table.js';
import type { RunContext } from '../run/run-context.js';

/** Makes a product due now; one that is being read at this moment is read once more. */
export function requestRefresh(context: RunContext, id: number, reason: DueReason): void {
  noteRefreshing(context, id);
  context.tools.due.set('product', id, context.tools.clock.now(), reason);
}

/**
 * As `requestRefresh`, for a product that would be wrong without it. A by-id run reads it itself, so that what
 * it publishes fits together.
 */
export function requestFollowUp(context: RunContext, id: number, reason: DueReason): void {
  noteRefreshing(context, id);
  dueInThisRun(context, 'product', id, reason);
}

/** Makes an entity due now: for a by-id run in that run, otherwise for whatever run comes to it. */
export function dueInThisRun(context: RunContext, type: DueType, id: number, reason: DueReason): void {
  const { clock, due } = context.tools;
  const at = clock.now();
  if (!context.isUrgent) {
    due.set(type, id, at, reason);
    return;
  }
  const known = due.get(type, id);
  if (known?.reason === 'requested' && known.at <= at) return;
  due.hasten(type, id, at, 'follows');
}

function noteRefreshing(context: RunContext, id: number): void {
  if (context.refreshing.has(id)) context.refreshing.set(id, true);
}
