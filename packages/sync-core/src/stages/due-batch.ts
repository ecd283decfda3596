import type { DueType, DueWork } from '../due/due-table.js';
import type { RunContext } from '../run/run-context.js';

/**
 * Entities of a type that a run has to look at now, the longest waiting first. A by-id run takes only what it
 * was asked for, then what follows from that.
 */
export function dueBatch(context: RunContext, type: DueType, limit: number): DueWork[] {
  const { clock, due } = context.tools;
  const now = clock.now();
  if (!context.isUrgent) return due.take(type, now, limit);
  const requested = due.takeFor('requested', type, now, limit);
  return requested.length > 0 ? requested : due.takeFor('follows', type, now, limit);
}
