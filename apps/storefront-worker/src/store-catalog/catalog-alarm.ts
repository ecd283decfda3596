import type { StoreSync } from '@maho-storefront/sync-core';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import type { Environment } from '../environment.js';
import { logError } from '../log.js';
import { platformClock } from '../platform/clock.js';
import type { CatalogMemory } from './catalog-memory.js';
import { hasEnded } from './run-view.js';
import type { SliceOutcome } from './slice-outcome.js';
import { beginNext, isBehindAnother } from './sync-turn.js';

/** A store that has been asked to sync. */
export interface KnownStore {
  store: string;
  sync: StoreSync;
}

/** What the alarm drives on. */
export interface DrivenCatalog {
  /** Null before the first sync, and while a later version of the code owns the index. */
  known(): KnownStore | null;
  /** Does one slice of a run. */
  advance(runId: string): Promise<SliceOutcome>;
  /** Does one slice of what is due, if other stores leave a permit for the backend. */
  wake(known: KnownStore): Promise<void>;
}

/** After something unforeseen, alarms pause this long. */
const FAULT_PAUSE_MS = 60_000;
/** Runs that are looked through for one that is under way. */
const RECENT_RUNS = 10;

/**
 * The one alarm of a `StoreCatalog`: works off the run that was handed over to it, takes over runs that nobody drives
 * any more, and does what is due.
 */
export class CatalogAlarm {
  readonly #environment: Environment;
  readonly #storage: DurableObjectStorage;
  readonly #memory: CatalogMemory;
  readonly #catalog: DrivenCatalog;

  constructor(
    environment: Environment,
    storage: DurableObjectStorage,
    memory: CatalogMemory,
    catalog: DrivenCatalog,
  ) {
    this.#environment = environment;
    this.#storage = storage;
    this.#memory = memory;
    this.#catalog = catalog;
  }

  /** Works a run off, beginning at once, in place of whatever is being worked off. */
  async handOver(runId: string): Promise<void> {
    this.#memory.set('handed-over', { runId });
    await this.arm();
  }

  /** Works a run off if nothing else is being worked off. */
  async handOverIfIdle(runId: string): Promise<void> {
    if (this.#memory.get('handed-over') === null) this.#memory.set('handed-over', { runId });
    await this.arm();
  }

  /** Sets the alarm to when there is something to do, if it is not set so. */
  async arm(): Promise<void> {
    const isHandedOver = this.#memory.get('handed-over') !== null;
    const at = isHandedOver ? platformClock.now() : (this.#catalog.known()?.sync.nextWakeAt() ?? null);
    const armed = await this.#storage.getAlarm();
    if (at === null) {
      if (armed !== null) await this.#storage.deleteAlarm();
      return;
    }
    if (armed === at || (isHandedOver && armed !== null && armed < at)) return;
    await this.#storage.setAlarm(at);
  }

  /** What happens when it goes off. */
  async ring(): Promise<void> {
    try {
      if (await this.#hasLeft()) return;
      const handed = this.#memory.get('handed-over');
      if (handed === null) await this.#wake();
      else await this.#continue(handed.runId);
      await this.arm();
    } catch (error) {
      logError('alarm_failed', { store: this.#memory.get('setup')?.store ?? null, reason: String(error) });
      await this.#storage.setAlarm(platformClock.now() + FAULT_PAUSE_MS);
    }
  }

  /**
   * Whether the deployment has stores, and this is none of them any more. Then nothing is done or waited for until a
   * sync asks for the store again: its shop may not know it either.
   */
  async #hasLeft(): Promise<boolean> {
    const store = this.#memory.get('setup')?.store;
    const stores = await deploymentPulse(this.#environment).stores();
    return stores.length > 0 && !stores.some(({ code }) => code === store);
  }

  async #continue(runId: string): Promise<void> {
    const known = this.#catalog.known();
    const run = known?.sync.findRun(runId) ?? null;
    if (run !== null && !hasEnded(await this.#catalog.advance(runId))) return;
    if (known !== null) await beginNext(this.#environment, known.store, runId);
    // A request may have handed over another run meanwhile.
    if (this.#memory.get('handed-over')?.runId === runId) this.#memory.forget('handed-over');
  }

  /** Does what is due, and takes over what nobody drives. What one slice does not finish is worked off from here on. */
  async #wake(): Promise<void> {
    const known = this.#catalog.known();
    if (known === null) return;
    const { store, sync } = known;
    const current = sync.current();
    if (current?.state === 'queued' && (await isBehindAnother(this.#environment, store, current.id))) {
      sync.postpone(current.id);
      return;
    }
    await this.#catalog.wake(known);
    const underWay = sync.history(RECENT_RUNS).find(({ state }) => state === 'running');
    if (underWay !== undefined) this.#memory.set('handed-over', { runId: underWay.id });
  }
}
