import { NO_SWITCHES, type SyncEntity } from '@maho-storefront/sync-core';
import type { Environment } from '../environment.js';
import { platformClock } from '../platform/clock.js';
import type { Settings } from '../settings.js';
import type { EntityName } from '../store-catalog/freshness-desk.js';
import { hasEnded, type RunView } from '../store-catalog/run-view.js';
import { jobStanding, knownRuns } from '../sync/job-standing.js';
import { maxSlicesOf } from '../sync/slice-allowance.js';
import { driveRuns } from '../sync/sync-drive.js';
import type { SyncJob } from '../sync/sync-job.js';
import { startSync } from '../sync/sync-start.js';
import { CATEGORIES_BY_ID, PRODUCTS_BY_ID } from '../sync/sync-type.js';
import { driveUnattended } from '../sync/unattended-drive.js';

/** Something of a store that is to be looked at by id. */
export interface StoreEntity extends EntityName {
  store: string;
}

/** What became of looking at something again. */
export interface LookResult {
  /** `under-way` where it was not waited for any longer: it goes on by itself. */
  state: 'done' | 'failed' | 'under-way';
  /** Id of the sync: `GET /sync/runs/{run}`. */
  run: string;
  /** There if it failed; then it is tried again without being asked. */
  reason?: string;
}

const TYPES = { product: PRODUCTS_BY_ID, category: CATEGORIES_BY_ID } as const;

/** What of a run is named by the id of a product, or of a category. */
const PARTS: Readonly<Record<EntityName['type'], readonly SyncEntity[]>> = {
  product: ['products'],
  category: ['categories', 'listings'],
};

/**
 * Asks for by-id syncs of these; none is begun yet.
 *
 * @throws RequestError 503 while the Worker cannot sync, MahoApiError where the stores have to be asked from the
 * backend.
 */
export async function startLooks(
  environment: Environment,
  settings: Settings,
  entities: readonly StoreEntity[],
): Promise<Looks> {
  const looks = new Looks(environment, settings);
  for (const store of new Set(entities.map((entity) => entity.store))) {
    for (const type of ['product', 'category'] as const) {
      const ofType = entities.filter((entity) => entity.store === store && entity.type === type);
      if (ofType.length > 0) await looks.start(store, type, [...new Set(ofType.map(({ id }) => id))]);
    }
  }
  return looks;
}

/** By-id syncs of some stores, as one piece of work. */
export class Looks {
  /** `store type` → its sync. */
  readonly #jobs = new Map<string, SyncJob>();
  readonly #runs = new Map<string, RunView>();

  constructor(
    private readonly environment: Environment,
    private readonly settings: Settings,
  ) {}

  async start(store: string, type: EntityName['type'], ids: number[]): Promise<void> {
    const order = { type: TYPES[type], store, trigger: 'request', switches: NO_SWITCHES, ids } as const;
    const job = await startSync(this.environment, this.settings, order, platformClock.now());
    this.#jobs.set(`${store} ${type}`, job);
  }

  /** Does them; what is not done at `until`, epoch ms, goes on by itself. */
  async drive(until: number): Promise<void> {
    const jobs = [...this.#jobs.values()];
    const left = await driveRuns({
      runs: jobs.flatMap(({ runs }) => runs),
      catalogOf: (code) => this.environment.STORE_CATALOG.getByName(code),
      clock: platformClock,
      until,
      maxSlices: maxSlicesOf(this.settings.plan),
    });
    for (const job of jobs) {
      const ofJob = left.filter((run) => job.runs.includes(run));
      await driveUnattended(this.environment, this.settings, job, ofJob);
      for (const run of knownRuns(await jobStanding(this.environment, job))) this.#runs.set(job.id, run);
    }
  }

  /** What has become of one of them so far. */
  resultOf({ store, type, id }: StoreEntity): LookResult {
    const job = this.#jobs.get(`${store} ${type}`);
    if (job === undefined) throw new RangeError(`Nobody asked for ${type} ${id} of store "${store}".`);
    const run = this.#runs.get(job.id);
    if (run === undefined || !hasEnded(run)) return { state: 'under-way', run: job.id };
    const reason = failureOf(run, { type, id });
    return reason === null ? { state: 'done', run: job.id } : { state: 'failed', run: job.id, reason };
  }
}

/** Why a run did not bring something up to date; null if it did, whatever else failed. */
function failureOf({ state, failed, retrying }: RunView, { type, id }: EntityName): string | null {
  if (state === 'cancelled') return 'The sync was cancelled.';
  const failure =
    failed.find((one) => one.id === id && PARTS[type].includes(one.entity)) ??
    failed.find((one) => one.id === null);
  if (failure !== undefined) return failure.reason;
  const isRetried = retrying.some((one) => one.entity === type && one.id === id);
  return isRetried ? 'It failed and is tried again.' : null;
}
