import type { Plan } from '@maho-storefront/sync-core';

/** How often somebody who watches a sync is told, and how long on one connection. */
export interface WatchAllowance {
  pollMs: number;
  /** Calls of Durable Objects that one connection may cost; then the client connects again. */
  maxCalls: number;
}

/**
 * Each look is a few subrequests, of which an invocation has 50 on the free plan and 1,000 on the paid one
 * (https://developers.cloudflare.com/workers/platform/limits/#subrequests). A look also counts the products in the
 * index: read every second, the 5 million rows that the free plan may read a day would not last.
 */
const ALLOWANCES: Readonly<Record<Plan, WatchAllowance>> = {
  free: { pollMs: 5_000, maxCalls: 40 },
  paid: { pollMs: 1_000, maxCalls: 800 },
};

export function watchAllowance(plan: Plan): WatchAllowance {
  return ALLOWANCES[plan];
}
