import { secretProblem } from '../auth/secret-strength.js';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { DeploymentState } from '../deployment/pulse-board.js';
import type { Environment } from '../environment.js';
import { RequestError } from '../http/request-error.js';
import type { PublicStore } from '../registry/public-store.js';
import { readSettings } from '../settings.js';
import { limitProblems } from '../shopping/limits/admit.js';
import type { CatalogOverview } from '../store-catalog/store-catalog.js';

/** What the status page shows. */
export interface StatusReport {
  pulse: DeploymentState;
  stores: { store: PublicStore; overview: CatalogOverview }[];
  /** What keeps syncs from working, and what nobody is limited by, in sentences. */
  problems: string[];
}

/** Reads the deployment's state; the backend is not asked, so that anyone may look. */
export async function statusReport(environment: Environment): Promise<StatusReport> {
  const pulse = deploymentPulse(environment);
  const stores: StatusReport['stores'] = [];
  for (const store of await pulse.stores()) {
    stores.push({ store, overview: await environment.STORE_CATALOG.getByName(store.code).overview() });
  }
  return {
    pulse: await pulse.state(),
    stores,
    problems: [...setupProblems(environment), ...limitProblems(environment)],
  };
}

/** What keeps syncs from working, in sentences. */
export function setupProblems(environment: Environment): string[] {
  try {
    const settings = readSettings(environment);
    const secret = secretProblem(settings.syncSecret, settings.environment);
    return [
      ...(settings.mahoApiUrl === null ? ['MAHO_API_URL is not set: it is the address of the shop.'] : []),
      ...(secret === null ? [] : [`SYNC_SECRET ${secret}: set it with “wrangler secret put SYNC_SECRET”.`]),
    ];
  } catch (error) {
    if (error instanceof RequestError) return [error.message];
    throw error;
  }
}
