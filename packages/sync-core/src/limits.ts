/** What one slice of a run may use, and how much at a time. */
export interface SyncLimits {
  kvOperationsPerSlice: number;
  backendRequestsPerSlice: number;
  backendRequestsInFlight: number;
  kvWritesInFlight: number;
  /** A slice ends after this long, so that its run shows a heartbeat; ms. */
  sliceMs: number;
  /** KV writes left to a store's syncs a day, those of the pulses among them; null = no daily limit. */
  kvWritesPerDay: number | null;
}

export type Plan = 'free' | 'paid';

/**
 * Limits of Cloudflare's plans (https://developers.cloudflare.com/workers/platform/limits/,
 * https://developers.cloudflare.com/kv/platform/limits/): paid, 1,000 subrequests an invocation and 6 open
 * connections; free, 50 subrequests and 1,000 KV writes a day. Each keeps a margin for retries, for the
 * pulse and, on the free plan, for writes that others make.
 */
const LIMITS: Readonly<Record<Plan, SyncLimits>> = {
  paid: {
    kvOperationsPerSlice: 500,
    backendRequestsPerSlice: 400,
    backendRequestsInFlight: 6,
    kvWritesInFlight: 6,
    sliceMs: 10_000,
    kvWritesPerDay: null,
  },
  free: {
    kvOperationsPerSlice: 20,
    backendRequestsPerSlice: 20,
    backendRequestsInFlight: 6,
    kvWritesInFlight: 6,
    sliceMs: 10_000,
    kvWritesPerDay: 900,
  },
};

/**
 * The limits for each of so many stores on one account. KV writes are the account's, so each store gets an even part
 * of them: a store cannot know what the others have left.
 */
export function limitsOf(plan: Plan, stores = 1): SyncLimits {
  const limits = LIMITS[plan];
  const { kvWritesPerDay } = limits;
  if (kvWritesPerDay === null) return limits;
  return { ...limits, kvWritesPerDay: Math.floor(kvWritesPerDay / Math.max(1, stores)) };
}
