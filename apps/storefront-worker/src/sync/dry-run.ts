import type { RunProgress, RunRequest } from '@maho-storefront/sync-core';
import { RequestError } from '../http/request-error.js';
import type { WorkerClock } from '../platform/clock.js';
import type { DryRunRefusal, DryRunView } from '../store-catalog/dry-run-desk.js';
import { hasEnded } from '../store-catalog/run-view.js';
import type { StoreSetup } from '../store-catalog/store-setup.js';
import { within } from './within.js';

/** A store's catalogue, as far as dry runs go. */
export interface DryRunCatalog {
  beginDryRun(setup: StoreSetup, request: RunRequest): Promise<{ id: string } | DryRunRefusal>;
  advanceDryRun(id: string): Promise<RunProgress | DryRunRefusal | null>;
  endDryRun(id: string): Promise<DryRunView | DryRunRefusal>;
}

/** What one dry run may use. */
export interface DryRunBounds {
  clock: WorkerClock;
  /** Epoch ms. */
  until: number;
  /** Each slice is a subrequest of this invocation. */
  maxSlices: number;
}

export interface DryRunOfStore extends DryRunView {
  /** Whether the run came to its end; otherwise there is more to find. */
  isComplete: boolean;
}

/** How long to wait when other stores use all that the backend may get. */
const BUSY_PAUSE_MS = 1_000;

/**
 * Finds out what a sync of one store would change.
 *
 * @throws RequestError 409 while the store is being synced, 503 when it was synced meanwhile.
 */
export async function dryRunStore(
  catalog: DryRunCatalog,
  setup: StoreSetup,
  request: RunRequest,
  { clock, until, maxSlices }: DryRunBounds,
): Promise<DryRunOfStore> {
  const { id } = accepted(await catalog.beginDryRun(setup, request));
  let isComplete = false;
  for (let slice = 0; slice < maxSlices && !isComplete && clock.now() < until; slice += 1) {
    // Null also when the time is over, or a slice of another run takes all of it: then this one is not complete.
    const progress = await within(clock, until, () => catalog.advanceDryRun(id));
    if (progress === null) await clock.sleep(BUSY_PAUSE_MS);
    else isComplete = hasEnded(accepted(progress));
  }
  return { ...accepted(await catalog.endDryRun(id)), isComplete };
}

function accepted<Result extends object>(result: Result | DryRunRefusal): Result {
  if (!('refused' in result)) return result;
  const status = result.code === 'busy' ? 409 : 503;
  throw new RequestError(status, result.code, `${result.refused}.`);
}
