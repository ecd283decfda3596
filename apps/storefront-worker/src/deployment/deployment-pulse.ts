import { DurableObject } from 'cloudflare:workers';
import type { PulseAnnouncer, StoreAnnouncement } from '@maho-storefront/sync-core';
import type { Environment } from '../environment.js';
import { platformClock } from '../platform/clock.js';
import { DurableDatabase } from '../platform/durable-database.js';
import { NamespaceKvStore } from '../platform/namespace-kv-store.js';
import type { PublicStore } from '../registry/public-store.js';
import type { SyncJob } from '../sync/sync-job.js';
import { JobBook } from './job-book.js';
import { type Admission, LookupDesk, type LookupKind } from './lookup-desk.js';
import { PermitLedger } from './permit-ledger.js';
import { type DeploymentState, PulseBoard } from './pulse-board.js';

/** An alarm that comes a little early would only have to wait. */
const SAFETY_MARGIN_MS = 50;

/** What only one place can know of a deployment: its global pulse, its backend permits, its syncs. */
export class DeploymentPulse extends DurableObject<Environment> implements PulseAnnouncer {
  readonly #board: PulseBoard;
  readonly #permits: PermitLedger;
  readonly #lookups: LookupDesk;
  readonly #jobs: JobBook;

  constructor(state: DurableObjectState, environment: Environment) {
    super(state, environment);
    const database = new DurableDatabase(state.storage);
    this.#board = new PulseBoard(database, new NamespaceKvStore(environment.CONTENT), platformClock);
    this.#lookups = new LookupDesk(platformClock, () => this.#permits.lookupSeats());
    this.#permits = new PermitLedger(database, platformClock.now, () => this.#lookups.underWay);
    this.#jobs = new JobBook(database);
  }

  /**
   * Takes note of a store's state. The global pulse follows at once, or by alarm when it was written less than a
   * second ago: a run that publishes as it goes must not wait for it every time.
   */
  async announce(announcement: StoreAnnouncement): Promise<void> {
    this.#board.note(announcement);
    await this.#publishSoon();
  }

  /** Makes these the stores of the deployment, at the beginning of a sync. */
  async setStores(stores: PublicStore[]): Promise<void> {
    this.#board.setStores(stores);
    await this.#publishSoon();
  }

  /** Puts the global pulse back where KV lacks it or holds another; see `PulseBoard`. */
  async restore(options: { mayLag: boolean }): Promise<void> {
    await this.#board.restore(options);
  }

  /** The state, once the global pulse in KV says the same. */
  async settledState(): Promise<DeploymentState> {
    await this.#board.publish();
    return this.#board.state();
  }

  stores(): PublicStore[] {
    return this.#board.stores();
  }

  state(): DeploymentState {
    return this.#board.state();
  }

  /** Whether a page may ask the backend; see `LookupDesk`. */
  admitLookup(kind: LookupKind): Promise<Admission> {
    return this.#lookups.admit(kind);
  }

  endLookup(id: string): void {
    this.#lookups.end(id);
  }

  /** Backend permits, 0 to 5; see `PermitLedger`. */
  lease(holder: string, want: number): number {
    return this.#permits.lease(holder, want);
  }

  renew(holder: string): boolean {
    return this.#permits.renew(holder);
  }

  release(holder: string): void {
    this.#permits.release(holder);
  }

  addJob(job: SyncJob): void {
    this.#jobs.add(job);
  }

  findJob(id: string): SyncJob | null {
    return this.#jobs.find(id);
  }

  override async alarm(): Promise<void> {
    await this.#board.publish();
  }

  /** The alarm also finishes what an eviction or a failed put leaves behind. */
  async #publishSoon(): Promise<void> {
    const at = this.#board.nextPutAt();
    await this.ctx.storage.setAlarm(at + SAFETY_MARGIN_MS);
    if (at > platformClock.now()) return;
    await this.#board.publish();
    // An announcement that came meanwhile may have set a later alarm of its own.
    if ((await this.ctx.storage.getAlarm()) === at + SAFETY_MARGIN_MS) await this.ctx.storage.deleteAlarm();
  }
}

/** The deployment's only one. */
export function deploymentPulse(environment: Environment): DurableObjectStub<DeploymentPulse> {
  return environment.DEPLOYMENT_PULSE.getByName('deployment');
}
