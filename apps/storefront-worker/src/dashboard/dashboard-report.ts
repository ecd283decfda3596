import type { RunProgress } from '@maho-storefront/sync-core';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import type { PublicStore } from '../registry/public-store.js';
import { hasEnded, type RunView } from '../store-catalog/run-view.js';

/** What somebody who runs a deployment sees of one store. */
export interface StoreReport {
  store: PublicStore;
  /** Latest first. */
  runs: RunView[];
  /** The run that is under way, and where it is; null where there is none. */
  current: { run: RunView; progress: RunProgress | null } | null;
  /** Runs that wait for it to end. */
  waiting: number;
}

export interface DashboardReport {
  stores: StoreReport[];
  isUnderWay: boolean;
  /** Durable Objects that were asked for it. */
  calls: number;
}

/** Reads the last runs of every store, and where the present one is. */
export async function dashboardReport(environment: Environment, runsEach: number): Promise<DashboardReport> {
  const stores: StoreReport[] = [];
  for (const store of await deploymentPulse(environment).stores()) {
    stores.push(await storeReport(environment, store, runsEach));
  }
  const underWay = stores.filter(({ current }) => current !== null).length;
  return { stores, isUnderWay: underWay > 0, calls: 1 + stores.length + underWay };
}

async function storeReport(
  environment: Environment,
  store: PublicStore,
  runsEach: number,
): Promise<StoreReport> {
  const catalog = environment.STORE_CATALOG.getByName(store.code);
  const runs = await catalog.runs(runsEach);
  const open = runs.filter((run) => !hasEnded(run));
  const run = open.find(({ state }) => state === 'running') ?? open.at(-1);
  if (run === undefined) return { store, runs, current: null, waiting: 0 };
  return {
    store,
    runs,
    current: { run, progress: await catalog.progress(run.id) },
    waiting: open.length - 1,
  };
}
