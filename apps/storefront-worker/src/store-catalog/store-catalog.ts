import { DurableObject } from 'cloudflare:workers';
import type { ProductCard } from '@maho-storefront/kv-schema';
import { MahoApiError } from '@maho-storefront/maho-client';
import {
  IndexTooNewError,
  type KeyRemoval,
  type PagePaths,
  type RunProgress,
  type RunRequest,
  SqlCatalogIndex,
  StoreSync,
  type StoreSyncOptions,
  type SyncedCounts,
} from '@maho-storefront/sync-core';
import { withBackendLease } from '../deployment/backend-lease.js';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import { LeasedLimiter } from '../deployment/leased-limiter.js';
import type { Environment } from '../environment.js';
import { platformClock } from '../platform/clock.js';
import { DurableDatabase } from '../platform/durable-database.js';
import { SerialQueue } from '../serial-queue.js';
import { within } from '../sync/within.js';
import { CatalogAlarm, type KnownStore } from './catalog-alarm.js';
import { CatalogMemory } from './catalog-memory.js';
import { DryRunDesk, type DryRunRefusal, type DryRunView } from './dry-run-desk.js';
import { type EntityName, type Freshness, FreshnessDesk } from './freshness-desk.js';
import { KeyDesk, type KeyEditRefusal } from './key-desk.js';
import { hasEnded, type RunView, runView } from './run-view.js';
import type { SliceOutcome } from './slice-outcome.js';
import type { StoreSetup } from './store-setup.js';
import { storeSyncOptions } from './store-sync-options.js';

/** The id of the run that satisfies a request, or why there is none. */
export type Registration = { runId: string } | { refused: string };

/** A product's record as KV would hold it, null where there is none, or why the backend could not be asked. */
export type LiveProduct = { record: string | null } | { failed: string };

export interface CatalogOverview {
  lastRun: RunView | null;
  /** Records true in KV at the end of the last run that ended. */
  synced: SyncedCounts | null;
  /** Of the run that is under way. */
  progress: RunProgress | null;
}

/** Who edits a key is answered within the 120 s that the admin module waits for a byte. */
const PATIENCE_MS = 60_000;
/** Runs that are looked through for one that ended. */
const RECENT_RUNS = 10;

/** The one writer of a store's keys in KV; also takes over, by alarm, what nobody else drives on. */
export class StoreCatalog extends DurableObject<Environment> {
  readonly #database: DurableDatabase;
  readonly #memory: CatalogMemory;
  readonly #alarm: CatalogAlarm;
  readonly #limiter = new LeasedLimiter();
  readonly #slices = new SerialQueue();
  readonly #dryRuns = new DryRunDesk();
  readonly #freshness = new FreshnessDesk(platformClock.now);
  readonly #shared = new Map<string, Promise<SliceOutcome>>();
  #index: SqlCatalogIndex | null = null;
  #sync: { setup: string; sync: StoreSync } | null = null;

  constructor(state: DurableObjectState, environment: Environment) {
    super(state, environment);
    this.#database = new DurableDatabase(state.storage);
    this.#memory = new CatalogMemory(this.#database);
    this.#alarm = new CatalogAlarm(environment, state.storage, this.#memory, {
      known: () => this.#knownSync(),
      advance: (runId) => this.advance(runId),
      wake: (known) => this.#wake(known),
    });
  }

  /** Asks for a run; it is not begun here. A run that waits already may be shared, so its id may differ. */
  async register(setup: StoreSetup, request: RunRequest, id: string): Promise<Registration> {
    try {
      this.#memory.set('setup', setup);
      const { id: runId } = this.#syncOf(setup).request(request, id);
      await this.#alarm.arm();
      return { runId };
    } catch (error) {
      if (error instanceof IndexTooNewError) return { refused: error.message };
      throw error;
    }
  }

  /** Does one slice. Slices of a store never overlap: who asks meanwhile for the same run gets the same progress. */
  advance(runId: string): Promise<SliceOutcome> {
    const shared = this.#shared.get(runId);
    if (shared !== undefined) return shared;
    const outcome = this.#slices.run(() => this.#advance(runId));
    this.#shared.set(runId, outcome);
    return outcome.finally(() => this.#shared.delete(runId));
  }

  /** Lets alarms work the run off, beginning at once, and after it what its sync has in other stores. */
  handOver(runId: string): Promise<void> {
    return this.#alarm.handOver(runId);
  }

  /** Looks again at what lives at a path, for a visitor: see `FreshnessDesk`. Alarms do it; nobody waits. */
  async freshen(path: string): Promise<Freshness> {
    const known = this.#knownSync();
    if (known === null) return { kind: 'unknown' };
    const freshness = this.#freshness.ask(known.sync, path);
    if (freshness.kind !== 'begun') return freshness;
    // Whatever alarms are at work on, a by-id run passes it.
    await this.#alarm.handOverIfIdle(freshness.runId);
    return freshness;
  }

  /** The product or category at each of these paths; null where there is neither. */
  entitiesAt(paths: string[]): (EntityName | null)[] {
    const sync = this.#knownSync()?.sync;
    return paths.map((path) => {
      const found = sync?.pageEntityAt(path);
      return found ? { type: found.type, id: found.id } : null;
    });
  }

  /** Begins to find out what a run would change; drive it by `advanceDryRun`. Nothing of it is kept. */
  async beginDryRun(setup: StoreSetup, request: RunRequest): Promise<{ id: string } | DryRunRefusal> {
    try {
      this.#memory.set('setup', setup);
      return this.#dryRuns.begin(this.#optionsOf(setup), request);
    } catch (error) {
      if (error instanceof IndexTooNewError) return { refused: error.message, code: error.code };
      throw error;
    }
  }

  /** Does one slice of a dry run; null while other stores leave no permit for the backend. */
  advanceDryRun(id: string): Promise<RunProgress | DryRunRefusal | null> {
    return this.#slices.run(() => this.#leased(this.#presentSync().store, () => this.#dryRuns.advance(id)));
  }

  /** Ends a dry run and tells what it found. */
  endDryRun(id: string): DryRunView | DryRunRefusal {
    const report = this.#dryRuns.report(this.#presentSync().store, id);
    this.#dryRuns.end(id);
    return report;
  }

  /** Deletes keys, which the sync then writes again if they belong to something; null before the first sync. */
  removeKeys(names: string[]): Promise<KeyRemoval | KeyEditRefusal | null> {
    return this.#editing((desk) => desk.remove(names));
  }

  /** Puts a value of the caller's, as JSON, under a key of the sync; null before the first sync. */
  replaceKey(
    name: string,
    value: string,
    ttlMs: number | null,
  ): Promise<{ written: string } | KeyEditRefusal | null> {
    return this.#editing((desk) => desk.replace(name, value, ttlMs));
  }

  /**
   * Ends a run: see `StoreSync.cancel`. What it has written is published.
   *
   * @param until epoch ms. A run that has not ended by then does so by alarm, as soon as the step at work is done.
   * @returns null for one not known.
   */
  async cancel(runId: string, until: number): Promise<RunView | null> {
    this.#knownSync()?.sync.cancel(runId);
    for (;;) {
      const run = this.findRun(runId);
      const isOver = run === null || hasEnded(run);
      if (isOver || (await within(platformClock, until, () => this.advance(runId))) === null) {
        await (isOver ? this.#alarm.arm() : this.#alarm.handOverIfIdle(runId));
        return run;
      }
    }
  }

  findRun(runId: string): RunView | null {
    const sync = this.#knownSync();
    const run = sync?.sync.findRun(runId) ?? null;
    return sync === null || run === null ? null : runView(sync.store, run);
  }

  /** Where a run is at this moment; null for one that is not known. */
  progress(runId: string): RunProgress | null {
    return this.#knownSync()?.sync.progress(runId) ?? null;
  }

  /** Addresses of the store's pages, part by part; none before the first sync, null for a cursor that is none. */
  pagePaths(cursor: string | null, limit: number): PagePaths | null {
    try {
      return this.#knownSync()?.sync.pagePaths(cursor, limit) ?? { paths: [], next: null };
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  /** Cards of products by id, for lists that come from the backend's search. */
  cards(ids: number[]): ProductCard[] {
    return this.#knownSync()?.sync.cardsOf(ids) ?? [];
  }

  /** Present addresses of products by id, in the order asked for; null for one that has no page. */
  slugs(ids: number[]): (string | null)[] {
    return this.#knownSync()?.sync.slugsOf(ids) ?? ids.map(() => null);
  }

  /** Whether the index knows a product at an address, whatever KV shows. */
  hasProductAt(slug: string): boolean {
    return this.#knownSync()?.sync.hasProductAt(slug) ?? false;
  }

  /** The product at an address as the backend has it now; the caller sees to it that the backend may be asked. */
  async liveProduct(slug: string): Promise<LiveProduct> {
    try {
      const product = await this.#knownSync()?.sync.liveProduct(slug);
      return { record: product ? JSON.stringify(product) : null };
    } catch (error) {
      // Over RPC an error keeps its words, not its class.
      if (error instanceof MahoApiError) return { failed: error.message };
      throw error;
    }
  }

  /** Latest first. */
  runs(limit: number): RunView[] {
    const sync = this.#knownSync();
    return sync === null ? [] : sync.sync.history(limit).map((run) => runView(sync.store, run));
  }

  overview(): CatalogOverview {
    const recent = this.runs(RECENT_RUNS);
    const [lastRun = null] = recent;
    const synced = recent.find((run) => run.synced !== null)?.synced ?? null;
    const isUnderWay = lastRun !== null && !hasEnded(lastRun);
    return { lastRun, synced, progress: isUnderWay ? this.progress(lastRun.id) : null };
  }

  override alarm(): Promise<void> {
    return this.#alarm.ring();
  }

  /** One writer at a time: an edit waits for the slice that is under way. @returns null before the first sync. */
  async #editing<Result>(work: (desk: KeyDesk) => Promise<Result>): Promise<Result | KeyEditRefusal | null> {
    const setup = this.#memory.get('setup');
    if (setup === null) return null;
    try {
      const desk = new KeyDesk(this.#optionsOf(setup), this.#syncOf(setup));
      const patience = { clock: platformClock, ms: PATIENCE_MS };
      const result = await this.#slices.runWithin(patience, () => work(desk));
      if (result === null) return { refused: busyReason(setup.store), code: 'busy' };
      await this.#alarm.arm();
      return result;
    } catch (error) {
      if (error instanceof IndexTooNewError) return { refused: error.message, code: error.code };
      throw error;
    }
  }

  async #advance(runId: string): Promise<SliceOutcome> {
    const { store, sync } = this.#presentSync();
    const work = () => sync.advance(runId);
    const progress = sync.needsBackend(runId) ? await this.#leased(store, work) : await work();
    await this.#alarm.arm();
    return { ...(progress ?? standing(sync, runId)), isWaiting: progress === null };
  }

  async #wake({ store, sync }: KnownStore): Promise<void> {
    await this.#slices.run(() => this.#leased(store, () => sync.wake()));
  }

  /** Runs `work` with the permits it is granted; null if the other stores leave none. */
  #leased<Result>(store: string, work: () => Promise<Result>): Promise<Result | null> {
    const permits = deploymentPulse(this.env);
    return withBackendLease({ permits, holder: `store:${store}`, clock: platformClock }, (granted) => {
      this.#limiter.allow(granted);
      return work();
    });
  }

  #presentSync(): KnownStore {
    const known = this.#knownSync();
    if (known === null)
      throw new Error('This store has never been asked to sync, so it has no run to advance.');
    return known;
  }

  /** Null before the first sync, and while a later version of the code owns the index. */
  #knownSync(): KnownStore | null {
    const setup = this.#memory.get('setup');
    if (setup === null) return null;
    try {
      return { store: setup.store, sync: this.#syncOf(setup) };
    } catch (error) {
      if (error instanceof IndexTooNewError) return null;
      throw error;
    }
  }

  #syncOf(setup: StoreSetup): StoreSync {
    const text = JSON.stringify(setup);
    if (this.#sync?.setup !== text) this.#sync = { setup: text, sync: new StoreSync(this.#optionsOf(setup)) };
    return this.#sync.sync;
  }

  /** @throws IndexTooNewError while a later version of the code owns the index. */
  #optionsOf(setup: StoreSetup): StoreSyncOptions {
    this.#index ??= new SqlCatalogIndex(this.#database);
    return storeSyncOptions(this.env, setup, this.#index, this.#limiter);
  }
}

function busyReason(store: string): string {
  return `Store "${store}" is being synced and its shop is slow to answer; nothing was changed, try again shortly`;
}

/** @throws RangeError for a run that the store does not know. */
function standing(sync: StoreSync, runId: string): RunProgress {
  const progress = sync.progress(runId);
  if (progress === null) throw new RangeError(`There is no run "${runId}".`);
  return progress;
}
