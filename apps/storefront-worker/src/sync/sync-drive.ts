import type { RunProgress } from '@maho-storefront/sync-core';
import type { WorkerClock } from '../platform/clock.js';
import { isObjectReset } from '../platform/object-reset.js';
import type { StoreRun } from '../store-catalog/catalog-memory.js';
import { hasEnded } from '../store-catalog/run-view.js';
import { within } from './within.js';

/** A store's catalogue, as far as driving its runs goes. */
export interface DrivenCatalog {
  advance(runId: string): Promise<RunProgress>;
}

export interface DriveOptions {
  runs: readonly StoreRun[];
  catalogOf: (store: string) => DrivenCatalog;
  clock: WorkerClock;
  /** Epoch ms after which the rest is left. */
  until: number;
  /** Each slice is a subrequest of this invocation, which has only so many. */
  maxSlices: number;
}

/**
 * Drives runs to their end, one after another, until time or slices are used up.
 *
 * @returns what is left, in order; the first of them may have been begun.
 */
export async function driveRuns({
  runs,
  catalogOf,
  clock,
  until,
  maxSlices,
}: DriveOptions): Promise<StoreRun[]> {
  let slices = 0;
  for (const [position, { store, runId }] of runs.entries()) {
    const catalog = catalogOf(store);
    for (;;) {
      const progress = slices < maxSlices ? await oneSlice(clock, until, () => catalog.advance(runId)) : null;
      if (progress === null) return runs.slice(position);
      slices += 1;
      if (hasEnded(progress)) break;
    }
  }
  return [];
}

/** Null when others have to go on, because the time is over or the store's process was restarted. */
async function oneSlice(
  clock: WorkerClock,
  until: number,
  advance: () => Promise<RunProgress>,
): Promise<RunProgress | null> {
  try {
    return await within(clock, until, advance);
  } catch (error) {
    if (isObjectReset(error)) return null;
    throw error;
  }
}
