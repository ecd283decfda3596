import { limitsOf, type SyncLimits } from '@maho-storefront/sync-core';

/**
 * Limits of a sync in a process of its own. Writes are committed in groups, so there must be many of them at once;
 * how many requests the backend gets at a time is bounded by its client alone. Slices are short, to show progress.
 */
export const FILL_LIMITS: SyncLimits = {
  ...limitsOf('paid'),
  kvOperationsPerSlice: 100_000,
  backendRequestsPerSlice: 100_000,
  backendRequestsInFlight: 500,
  kvWritesInFlight: 500,
  sliceMs: 1_000,
};
