import type { RunProgress } from '@maho-storefront/sync-core';

/** Where a run stands after a slice, or after none. */
export interface SliceOutcome extends RunProgress {
  /** Other stores use all requests the backend may get: nothing was done. */
  isWaiting: boolean;
}
