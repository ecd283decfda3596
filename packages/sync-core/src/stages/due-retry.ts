import type { DueType } from '../due/due-table.js';
import { retryDueAt } from '../due/due-times.js';
import type { RunContext } from '../run/run-context.js';

/**
 * Has what was due and could not be done tried again, with growing pauses. What was not due waits for whoever comes to it
 * anyway.
 */
export function retryDue({ tools: { clock, due } }: RunContext, type: DueType, id: number): void {
  const now = clock.now();
  const work = due.get(type, id);
  if (!work || work.at > now) return;
  const attempts = work.attempts + 1;
  due.replace(type, id, { at: retryDueAt(attempts, now), reason: 'retry', attempts });
}
