import { MahoApiClient } from '@maho-storefront/maho-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { MemoryKvStore } from '../kv-store/memory-kv-store.js';
import { NO_SWITCHES } from '../run/run-record.js';
import { StoreSync } from '../store-sync.js';
import { MODEL_STORE, MODEL_URL } from './expected-kv.js';
import { CrashError, CrashPoint, crashingIndex, crashingKv } from './failing-ports.js';
import { Latency } from './latency.js';
import { ModelShop } from './model-shop.js';
import { ModelShopHttp } from './model-shop-http.js';
import { SeededRandom } from './seeded-random.js';
import { ShopEdits } from './shop-edits.js';

/** Products of the shop; some are hidden, disabled or sold out. */
const PRODUCTS = 360;
const LISTED_PRODUCTS = 200;
const START = Date.UTC(2026, 0, 1);
/** All of them by `CRASHES=all pnpm crashes`; otherwise every so many, from a place that differs by kind. */
const EVERY = process.env.CRASHES === 'all' ? 1 : 137;

/** One sync of a shop that is always the same, with its own KV and index. */
class Attempt {
  readonly kv = new MemoryKvStore();
  private readonly index = new MemoryCatalogIndex();
  readonly listed: number;
  private readonly http: ModelShopHttp;
  private now = START;
  private runs = 0;

  constructor() {
    const shop = new ModelShop(() => START);
    new ShopEdits(shop, new SeededRandom(7), () => {}).populate(PRODUCTS);
    this.listed = shop.listedProducts().length;
    this.http = new ModelShopHttp(shop, new Latency(new SeededRandom(1), 0));
  }

  /** Syncs to the end; a process that dies is followed by one that does not. @returns the calls of the first. */
  async run(point: CrashPoint): Promise<number> {
    let sync = this.process(point);
    let id: string | null = null;
    for (let isEnded = false; !isEnded; ) {
      try {
        id ??= sync.request({ scope: 'full', trigger: 'request', switches: NO_SWITCHES }, 'run').id;
        isEnded = (await sync.advance(id)).state === 'succeeded';
      } catch (error) {
        if (!(error instanceof CrashError)) throw error;
        sync = this.process(new CrashPoint(0, false));
      }
      if (id !== null && sync.findRun(id)?.state === 'failed') {
        throw new Error(JSON.stringify(sync.findRun(id)?.report.failed));
      }
    }
    return point.calls;
  }

  /** What a reader of KV sees, the pulse's hash included; when something was written does not count. */
  content(): string {
    const entries = [...this.kv.entries].map(([key, { value }]) =>
      key.endsWith(':pulse') ? `${key} ${JSON.parse(value).hash}` : `${key} ${value}`,
    );
    return entries.sort().join('\n');
  }

  private process(point: CrashPoint): StoreSync {
    const sleep = async (ms: number) => {
      this.now += ms;
    };
    return new StoreSync({
      store: MODEL_STORE,
      maho: new MahoApiClient({
        baseUrl: MODEL_URL,
        storeCode: MODEL_STORE,
        fetch: (url) => point.around(() => this.http.fetch(url)),
        sleep,
        random: () => 0.5,
        now: () => this.now,
        retries: 0,
      }),
      kv: crashingKv(this.kv, point),
      index: crashingIndex(this.index, point),
      clock: { now: () => this.now, sleep },
      registry: [{ code: MODEL_STORE, name: 'Model' }],
      newId: () => {
        this.runs += 1;
        return `run-${this.runs}`;
      },
    });
  }
}

let undisturbed = '';
let calls = 0;
let listed = 0;

beforeAll(async () => {
  const attempt = new Attempt();
  // Dies at no call, and counts them.
  calls = await attempt.run(new CrashPoint(0, false));
  undisturbed = attempt.content();
  listed = attempt.listed;
}, 60_000);

describe(`a full run of ${LISTED_PRODUCTS} listed products that dies at a port call and goes on in a new process`, () => {
  it('makes enough calls for the word to mean something', () => {
    expect(listed).toBeGreaterThanOrEqual(LISTED_PRODUCTS);
    expect(calls).toBeGreaterThan(1_000);
    expect(undisturbed).toMatch(/^en:pulse [0-9a-f]{32}$/m);
  });

  it.each([
    { when: 'before', isAfterEffect: false, first: 1 },
    { when: 'after', isAfterEffect: true, first: Math.ceil(EVERY / 2) },
  ])(
    'ends in the same KV and the same pulse, dying $when the call took effect',
    {
      timeout: 3_600_000,
    },
    async ({ isAfterEffect, first }) => {
      for (let call = first; call <= calls; call += EVERY) {
        const attempt = new Attempt();
        await attempt.run(new CrashPoint(call, isAfterEffect));
        expect(attempt.content() === undisturbed, `call ${call} of ${calls}`).toBe(true);
      }
    },
  );
});
