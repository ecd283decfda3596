import type { RunRecord, StoreSync } from '@maho-storefront/sync-core';

/**
 * The record of a run that succeeded: figures of a failed one would be of no use.
 *
 * @throws Error with the run's first failure.
 */
export function soundRun(sync: Pick<StoreSync, 'findRun'>, id: string): RunRecord {
  const run = sync.findRun(id);
  if (run === null) throw new Error(`The index does not know the run "${id}".`);
  if (run.state === 'succeeded') return run;
  throw new Error(`The run "${id}" is ${run.state}: ${run.report.failed[0]?.reason ?? 'no reason given'}.`);
}
