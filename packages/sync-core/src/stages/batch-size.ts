import type { RunContext } from '../run/run-context.js';

const MAX_BATCH = 48;

/**
 * Entities that fit into what is left of the slice, if each may use so many requests and KV operations.
 *
 * @param requestsTogether requests that are sent for all of them.
 */
export function batchSize(
  context: RunContext,
  requestsEach: number,
  kvOperationsEach: number,
  requestsTogether = 0,
): number {
  const { budget } = context.tools;
  const byRequests = Math.floor((budget.requestsLeft - requestsTogether) / requestsEach);
  const byKv = kvOperationsEach > 0 ? Math.floor(budget.kvLeft / kvOperationsEach) : MAX_BATCH;
  return Math.max(1, Math.min(MAX_BATCH, byRequests, byKv));
}
