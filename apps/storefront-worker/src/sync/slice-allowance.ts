import type { Plan } from '@maho-storefront/sync-core';

/**
 * Slices that one invocation may ask for. Each is a subrequest, of which an invocation has 50 on the free plan
 * and 1,000 on the paid one (https://developers.cloudflare.com/workers/platform/limits/#subrequests); the rest is
 * for the registry, the reports and the pulse.
 */
const MAX_SLICES: Readonly<Record<Plan, number>> = { free: 20, paid: 500 };

export function maxSlicesOf(plan: Plan): number {
  return MAX_SLICES[plan];
}
