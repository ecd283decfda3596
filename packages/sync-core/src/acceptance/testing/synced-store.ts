import { keys, parseStorePulse, type StorePulse } from '@maho-storefront/kv-schema';
import { MahoApiClient } from '@maho-storefront/maho-client';
import { MemoryCatalogIndex } from '../../catalog-index/memory-index.js';
import { limitsOf, type SyncLimits } from '../../limits.js';
import type { CatalogIndex } from '../../ports/catalog-index.js';
import { NO_SWITCHES, type RunRecord, type RunSwitches, type RunTrigger } from '../../run/run-record.js';
import type { SyncScope } from '../../run/sync-scope.js';
import { StoreSync } from '../../store-sync.js';
import type { StoreSyncOptions } from '../../store-sync-options.js';
import type { TestClock } from '../../testing/test-clock.js';
import type { AcceptanceShop } from './acceptance-shop.js';
import { SHOP_URL } from './backend-answers.js';
import { ObservedKvStore } from './observed-kv-store.js';

export interface SyncedStoreOptions {
  kv?: ObservedKvStore;
  index?: CatalogIndex;
  limits?: SyncLimits;
  pulseOnEverySync?: boolean;
  /** Repetitions of a failed request; 3 by default, as in production. */
  retries?: number;
  onProgress?: StoreSyncOptions['onProgress'];
  onFault?: StoreSyncOptions['onFault'];
  timeoutMs?: number;
}

/** What a sync needs of a shop: its answers, and the clock that both live by. */
export interface SyncableShop {
  readonly clock: TestClock;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

const WATCHDOG_MS = 60_000;
const MAX_WAKES = 20_000;

/** One store's sync with the KV and the index it writes, driven on the shop's clock. */
export class SyncedStore<Shop extends SyncableShop = AcceptanceShop> {
  readonly kv: ObservedKvStore;
  readonly index: CatalogIndex;
  readonly options: StoreSyncOptions;
  readonly sync: StoreSync;
  private runs = 0;

  constructor(
    readonly shop: Shop,
    readonly code: string,
    options: SyncedStoreOptions,
  ) {
    this.kv = options.kv ?? new ObservedKvStore();
    this.index = options.index ?? new MemoryCatalogIndex();
    const { clock } = shop;
    this.options = {
      store: code,
      maho: new MahoApiClient({
        baseUrl: SHOP_URL,
        storeCode: code,
        fetch: (url, init) => shop.fetch(url, init),
        sleep: (ms) => clock.sleep(ms),
        random: () => 0.5,
        now: () => clock.now(),
        retries: options.retries,
        timeoutMs: options.timeoutMs,
      }),
      kv: this.kv,
      index: this.index,
      clock,
      limits: options.limits ?? limitsOf('paid'),
      pulseOnEverySync: options.pulseOnEverySync ?? false,
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
      ...(options.onFault ? { onFault: options.onFault } : {}),
      newId: () => {
        this.runs += 1;
        return `${code}-${this.runs}`;
      },
    };
    this.sync = new StoreSync(this.options);
  }

  run(
    scope: SyncScope = 'full',
    switches: Partial<RunSwitches> = {},
    trigger: RunTrigger = 'request',
  ): Promise<RunRecord> {
    return this.sync.run(scope, { trigger, switches: { ...NO_SWITCHES, ...switches } });
  }

  /** As `run`, for a run that must succeed. @throws Error with what failed. */
  async soundRun(scope: SyncScope = 'full', switches: Partial<RunSwitches> = {}): Promise<RunRecord> {
    const run = await this.run(scope, switches);
    if (run.state !== 'succeeded') throw new Error(JSON.stringify(run.report.failed.slice(0, 5)));
    return run;
  }

  /** Lets time pass; the alarm wakes the sync whenever that is due. */
  async pass(ms: number): Promise<void> {
    const { clock } = this.shop;
    const end = clock.now() + ms;
    for (let wakes = 0; wakes < MAX_WAKES; wakes += 1) {
      const at = this.sync.nextWakeAt();
      if (at === null || at > Math.max(end, clock.now())) {
        clock.advance(Math.max(0, end - clock.now()));
        return;
      }
      clock.advance(Math.max(0, at - clock.now()));
      await this.sync.wake();
    }
    throw new Error(`The sync of "${this.code}" never came to rest`);
  }

  /** Lets the watchdog finish whatever run is under way. */
  async finishRun(): Promise<void> {
    while (this.sync.history(1).some(({ state }) => state === 'running' || state === 'queued')) {
      this.shop.clock.advance(WATCHDOG_MS);
      await this.sync.wake();
    }
  }

  /** The pulse as KV holds it. @throws Error when there is none. */
  pulse(): StorePulse {
    const pulse = parseStorePulse(JSON.parse(this.kv.entries.get(keys.pulse(this.code))?.value ?? 'null'));
    if (!pulse) throw new Error(`KV holds no pulse of "${this.code}"`);
    return pulse;
  }
}
