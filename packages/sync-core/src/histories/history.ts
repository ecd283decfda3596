import { MahoApiClient } from '@maho-storefront/maho-client';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { openNodeSqliteIndex } from '../catalog-index/node-sqlite.js';
import { limitsOf } from '../limits.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import { hasRunEnded, NO_SWITCHES, type RunTrigger } from '../run/run-record.js';
import { isById, type SyncScope } from '../run/sync-scope.js';
import { StoreSync } from '../store-sync.js';
import { MODEL_STORE, MODEL_URL } from './expected-kv.js';
import {
  CrashError,
  CrashPoint,
  crashingIndex,
  crashingKv,
  type Refusal,
  refusingKv,
} from './failing-ports.js';
import { LaggingKvStore } from './lagging-kv-store.js';
import { Latency } from './latency.js';
import { ModelShop } from './model-shop.js';
import { ModelShopHttp } from './model-shop-http.js';
import { SeededRandom } from './seeded-random.js';
import { SeenProducts } from './seen-products.js';
import { ShopEdits } from './shop-edits.js';

const START = Date.UTC(2026, 0, 1);
/** Longer than the backend's item cache, with its second look. */
const CACHE_TIME_MS = 320_000;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 25 * HOUR_MS;
const MAX_SLICES = 2_000;
/** No two requests are sent at the same moment. */
const REQUEST_MS = 1;
/** By-id calls pass a run, so that enough of them would keep it from ever ending. */
const MOST_INTERRUPTIONS = 8;
/** Nothing in the shop has it. */
const UNKNOWN_ID = 777_777;
const LONG: readonly SyncScope[] = [
  'full',
  'full',
  'full',
  'changes',
  'products',
  'categories',
  'cms-pages',
  'config',
];
const BY_ID: readonly SyncScope[] = ['products-by-id', 'products-by-id', 'categories-by-id'];
/** Turns of the event loop that a call of a slow history may take. */
const MOST_TURNS = 6;

interface HistoryRun {
  rebuild?: boolean;
  trigger?: RunTrigger;
  crash?: CrashPoint | null;
  /** How likely somebody edits and calls by id after each slice. */
  interruptions?: number;
  ids?: number[] | undefined;
}

/** A random life of a shop and its sync: edits, runs, faults, crashes, tampering, time. */
export class History {
  readonly random: SeededRandom;
  readonly shop: ModelShop;
  readonly http: ModelShopHttp;
  readonly kv: LaggingKvStore;
  index: CatalogIndex;
  readonly seen: SeenProducts;
  readonly edits: ShopEdits;
  private now = START;
  private runs = 0;
  private isTampered = false;
  private readonly isOnSql: boolean;
  private refusal: () => Refusal = () => null;
  /** Cancels the run that is driven at present. */
  private cancelRun: () => void = () => {};

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
    this.isOnSql = this.random.chance(0.15);
    // Numbers of its own: how long calls take must not decide what happens otherwise.
    const latency = new Latency(new SeededRandom(~seed), this.random.chance(0.4) ? MOST_TURNS : 0);
    this.shop = new ModelShop(() => this.now);
    this.http = new ModelShopHttp(this.shop, latency);
    this.kv = new LaggingKvStore(latency);
    this.index = this.emptyIndex();
    this.seen = new SeenProducts(this.shop, this.kv);
    this.edits = new ShopEdits(this.shop, this.random, (id) => this.seen.forget(id));
    // Some shops fill more than one page of the product listing.
    this.shop.clockOffset = this.random.pick([0, 0, HOUR_MS, -HOUR_MS]);
    this.edits.populate(this.random.chance(0.15) ? 120 : 4 + this.random.below(14));
  }

  /** Random steps, whatever they lead to. */
  async play(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) await this.step();
  }

  /** Ends all trouble and lets the sync catch up: afterwards KV must equal the shop. */
  async settle(): Promise<void> {
    this.http.fault = () => null;
    this.http.afterRequest = this.noteSeen;
    this.http.listsById = true;
    this.kv.lag = 0;
    this.kv.settle();
    // A shop that lists nothing at all is refused: it looks like an index of the backend that is being built.
    this.edits.ensureListed();
    this.now += CACHE_TIME_MS;
    await this.drain();
    await this.run('full', { rebuild: this.isTampered });
    this.isTampered = false;
    this.now += CACHE_TIME_MS;
    await this.drain();
    await this.run('full');
  }

  /** Lets a day pass, so that every detail has been read again. */
  async letADayPass(): Promise<void> {
    this.now += DAY_MS;
    await this.drain();
    await this.run('full');
  }

  /** Edits what is in order now, and says by id what was edited: nothing else tells the sync. */
  async editById(): Promise<void> {
    const { random } = this;
    this.edits.forgetEdited();
    for (let edits = 1 + random.below(3); edits > 0; edits -= 1) {
      this.edits.editById();
      if (random.chance(0.3)) await this.syncEdited();
    }
    this.edits.ensureListed();
    await this.syncEdited();
    if (this.edits.hasHiddenMembers) await this.run('full');
    this.now += CACHE_TIME_MS;
    await this.drain();
  }

  /** Edits what is in order now, in ways that a run of changes sees. */
  async editDated(): Promise<void> {
    const { random } = this;
    this.edits.forgetEdited();
    for (let edits = 1 + random.below(4); edits > 0; edits -= 1) {
      this.edits.editDated();
      this.now += random.below(60_000);
      if (random.chance(0.3)) await this.run('changes');
    }
    await this.run('changes');
    if (this.edits.hasHiddenMembers) await this.run('full');
    this.now += CACHE_TIME_MS;
    await this.drain();
  }

  private async syncEdited(): Promise<void> {
    const { categories, products } = this.edits;
    const calls = [
      () => this.run('products-by-id', { ids: [...products, UNKNOWN_ID] }),
      () => this.run('categories-by-id', { ids: [...categories, UNKNOWN_ID] }),
    ];
    for (const call of this.random.chance(0.5) ? calls : calls.reverse()) await call();
  }

  private async step(): Promise<void> {
    const { random } = this;
    this.now += random.below(200_000);
    this.http.listsById = random.chance(0.9);
    if (random.chance(0.05)) this.shop.clockOffset -= random.below(HOUR_MS);
    const kind = random.below(22);
    if (kind >= 20) await this.troubledRun(random.pick(BY_ID));
    else if (kind < 10) this.edits.edit();
    else if (kind < 15) await this.troubledRun();
    else if (kind === 15) await this.drain();
    else if (kind === 16) this.tamper();
    else if (kind === 17) await this.loseIndex();
    else if (kind === 18) this.kv.lag = random.below(3) === 0 ? random.below(30) : 0;
    else for (let n = 0; n < 5; n += 1) this.edits.edit();
  }

  /** A run during which anything may happen. */
  private async troubledRun(scope = this.random.pick(LONG)): Promise<void> {
    const { random } = this;
    const rate = random.pick([0, 0, 0.05, 0.3]);
    this.http.fault = () => (random.chance(rate) ? random.pick(['status', 'network', 'broken-body']) : null);
    const editRate = random.pick([0, 0, 0.02]);
    const cancelRate = random.pick([0, 0, 0, 0.02]);
    this.http.afterRequest = (path, query) => {
      this.noteSeen(path, query);
      if (random.chance(editRate)) this.edits.edit();
      if (random.chance(cancelRate)) this.cancelRun();
    };
    const refusalRate = random.pick([0, 0, 0.03, 0.3]);
    this.refusal = () => (random.chance(refusalRate) ? random.pick(['before', 'after']) : null);
    const trigger = random.pick<RunTrigger>(['request', 'request', 'schedule']);
    const crash = random.chance(0.4) ? new CrashPoint(1 + random.below(150), random.chance(0.5)) : null;
    const interruptions = random.pick([0, 0, 0.1, 0.5]);
    const ids = isById(scope) ? this.someIds(scope) : undefined;
    await this.run(scope, { rebuild: random.chance(0.1), trigger, crash, interruptions, ids });
    this.refusal = () => null;
    this.http.fault = () => null;
    this.http.afterRequest = this.noteSeen;
  }

  /** Ids as an admin might send them: what was edited, and others. */
  private someIds(scope: SyncScope): number[] {
    const { edits, random, shop } = this;
    const [edited, all] =
      scope === 'products-by-id' ? [edits.products, shop.products] : [edits.categories, shop.categories];
    const others = [...all.keys(), UNKNOWN_ID].filter(() => random.chance(0.2));
    return [...edited, ...others].filter(() => random.chance(0.8));
  }

  /** Asks for a run and drives it to its end; a crash is followed by a new process that goes on. */
  private async run(scope: SyncScope, options: HistoryRun = {}): Promise<void> {
    const { crash = null, ids, interruptions = 0, rebuild = false, trigger = 'request' } = options;
    const asked = ids === undefined ? {} : { ids };
    let interruptionsLeft = MOST_INTERRUPTIONS;
    this.seen.beginRun();
    let sync = this.process(crash);
    let id: string | null = null;
    for (let slices = 0; slices < MAX_SLICES; slices += 1) {
      try {
        id ??= sync.request({ scope, trigger, switches: { ...NO_SWITCHES, rebuild }, ...asked }).id;
        const driven = id;
        this.cancelRun = () => sync.cancel(driven);
        await sync.advance(id);
        if (interruptionsLeft > 0 && this.random.chance(interruptions)) {
          interruptionsLeft -= 1;
          this.interrupt(sync);
        }
      } catch (error) {
        if (!(error instanceof CrashError)) throw error;
        sync = this.process(null);
        continue;
      }
      const run = sync.findRun(id);
      if (run && hasRunEnded(run)) return this.seen.endRun(run);
    }
    throw new Error(`A run of ${scope} did not end in ${MAX_SLICES} slices`);
  }

  /** Somebody edits something and tells the sync of it, in the middle of a run. */
  private interrupt(sync: StoreSync): void {
    const { random } = this;
    this.edits.forgetEdited();
    this.edits.edit();
    const scope = random.pick(BY_ID);
    sync.request({ scope, trigger: 'request', switches: NO_SWITCHES, ids: this.someIds(scope) });
  }

  /** Works off what is due, as the alarm would. */
  private async drain(): Promise<void> {
    const sync = this.process(null);
    for (let slices = 0; slices < MAX_SLICES; slices += 1) {
      const at = sync.nextWakeAt();
      if (at === null || at > this.now) return;
      await sync.wake();
      // The watchdog's minute passes for the next slice of a run that goes on.
      if (sync.history(1)[0]?.state === 'running') this.now += 60_000;
    }
    throw new Error(`Due work did not end in ${MAX_SLICES} slices`);
  }

  private readonly noteSeen = (path: string, query: URLSearchParams): void =>
    this.seen.noteRequest(path, query);

  /** Somebody writes into KV behind the sync's back. */
  private tamper(): void {
    const { random } = this;
    const keys = [...this.kv.entries.keys()].filter((key) => !key.endsWith(':pulse'));
    // Without an index, what is taken from KV is known to nobody.
    const isIndexLost = this.index.scan('records', { limit: 1 }).length === 0;
    if (keys.length === 0 || isIndexLost) return;
    this.isTampered = true;
    for (let n = 0; n < 3; n += 1) {
      const key = random.pick(keys);
      const kind = random.below(3);
      if (kind === 0) this.kv.entries.delete(key);
      if (kind === 1) this.kv.entries.set(key, { value: 'spoiled', metadata: null });
      if (kind === 2) {
        const foreign = random.pick([
          'en:product:old-shop',
          'en:cms:old',
          'en:products:category:9:page:1',
          'x:y',
        ]);
        this.kv.entries.set(foreign, { value: '{"old":true}', metadata: null });
      }
    }
  }

  /** The index is gone; what KV holds is all there is. */
  private async loseIndex(): Promise<void> {
    if (!this.random.chance(0.3)) return;
    await this.settle();
    this.index = this.emptyIndex();
    this.seen.startFromKv();
  }

  private emptyIndex(): CatalogIndex {
    return this.isOnSql ? openNodeSqliteIndex(':memory:') : new MemoryCatalogIndex();
  }

  /** A process on this index and KV. */
  private process(crash: CrashPoint | null): StoreSync {
    const { random } = this;
    const sleep = async (ms: number) => {
      this.now += ms;
    };
    const request = (...input: Parameters<typeof this.http.fetch>) => {
      this.now += REQUEST_MS;
      return this.http.fetch(...input);
    };
    const fetch: typeof request = crash ? (...input) => crash.around(() => request(...input)) : request;
    const kv = refusingKv(this.kv, () => this.refusal());
    const isSmall = random.chance(0.5);
    return new StoreSync({
      store: MODEL_STORE,
      maho: new MahoApiClient({
        baseUrl: MODEL_URL,
        storeCode: MODEL_STORE,
        fetch,
        sleep,
        random: () => random.next(),
        now: () => this.now,
      }),
      kv: crash ? crashingKv(kv, crash) : kv,
      index: crash ? crashingIndex(this.index, crash) : this.index,
      clock: { now: () => this.now, sleep },
      limits: isSmall
        ? { ...limitsOf('paid'), kvOperationsPerSlice: 20, backendRequestsPerSlice: 10 }
        : limitsOf('paid'),
      registry: [{ code: MODEL_STORE, name: 'Model' }],
      newId: () => {
        this.runs += 1;
        return `run-${this.runs}`;
      },
    });
  }
}
