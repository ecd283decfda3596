import { generateCatalogue } from '@maho-storefront/demo-backend';
import { beforeAll, describe, expect, it } from 'vitest';
import { limitsOf } from '../limits.js';
import type { RunRecord } from '../run/run-record.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { contentDifferences, contractFaults, recordsOf, redirectFaults } from './testing/kv-contents.js';
import type { SyncedStore } from './testing/synced-store.js';

const WRITES_A_DAY = 900;
/** The store's pulse, and the deployment's, which follows from it. */
const WRITES_OF_A_PUBLISH = 2;
/** A slice's backend requests and KV operations; Cloudflare allows 50. */
const SUBREQUESTS = 40;
const DAY_MS = 24 * 60 * 60 * 1000;

const shop = new AcceptanceShop(generateCatalogue({ products: 980, categories: 12, stores: 1, seed: 3 }));
let pristine: SyncedStore;
let store: SyncedStore;
let first: RunRecord;
/** Writes and deletes by UTC day. */
let writesByDay: Map<string, { all: number; pulse: number }>;
/** Backend requests and KV operations of each slice. */
const slices: number[] = [];
let productsAfterFirst = 0;
let faultsAfterFirst: string[] = [];
let deferredTo: number | undefined;
let midnight = 0;

beforeAll(async () => {
  pristine = shop.store('en');
  await pristine.soundRun();
  store = shop.store('en', { limits: limitsOf('free') });
  writesByDay = new Map();
  const count = (key: string) => {
    const day = new Date(shop.clock.now()).toISOString().slice(0, 10);
    const known = writesByDay.get(day) ?? { all: 0, pulse: 0 };
    const isPulse = key === 'en:pulse' ? 1 : 0;
    writesByDay.set(day, { all: known.all + 1, pulse: known.pulse + isPulse });
  };
  const put = store.kv.put.bind(store.kv);
  store.kv.put = async (key, value, metadata) => {
    count(key);
    await put(key, value, metadata);
  };
  const remove = store.kv.delete.bind(store.kv);
  store.kv.delete = async (key) => {
    count(key);
    await remove(key);
  };
  countSlices();
  first = await store.run();
  productsAfterFirst = recordsOf(store, 'product').length;
  faultsAfterFirst = [...(await contractFaults(store)), ...redirectFaults(store)];
  deferredTo = store.index.get('due', ['sync', 0])?.at;
  midnight = (Math.floor(shop.clock.now() / DAY_MS) + 1) * DAY_MS;
  await store.pass(DAY_MS);
  await store.finishRun();
}, 120_000);

/** Whoever drives the sync, a request or the alarm, does one slice at a time. */
function countSlices(): void {
  const { kv, sync } = store;
  let operations = 0;
  const counted = <A extends unknown[], R>(operation: (...args: A) => R) => {
    return (...args: A): R => {
      operations += 1;
      return operation(...args);
    };
  };
  kv.get = counted(kv.get.bind(kv));
  kv.list = counted(kv.list.bind(kv));
  kv.put = counted(kv.put.bind(kv));
  kv.delete = counted(kv.delete.bind(kv));
  const measured = <A extends unknown[], R>(slice: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      const before = operations + shop.requests.length;
      const result = await slice(...args);
      slices.push(operations + shop.requests.length - before);
      return result;
    };
  };
  sync.advance = measured(sync.advance.bind(sync));
  sync.wake = measured(sync.wake.bind(sync));
}

describe('on the free plan, a shop with more records than a day has writes', () => {
  it('gets as many as the day has, and the rest is reported as deferred', () => {
    expect(first.report.deferred).toBeGreaterThan(0);
    const [day] = writesByDay.values();
    expect(first.report.written).toBe((day?.all ?? 0) - (day?.pulse ?? 0));
    expect(productsAfterFirst).toBeGreaterThan(WRITES_A_DAY / 2);
    expect(productsAfterFirst).toBeLessThan(980);
    expect(first.synced?.products).toBe(productsAfterFirst);
    expect(first.report.failed).toEqual([]);
  });

  it('never makes a half-written state: what stands in KV is sound after the first day', () => {
    expect(faultsAfterFirst).toEqual([]);
  });

  it('waits for the next UTC day by its alarm', () => {
    expect(deferredTo).toBe(midnight);
  });

  it('is whole the next day, with no sync asked for', async () => {
    expect(contentDifferences(store, pristine)).toEqual([]);
    expect(store.pulse().hash).toBe(pristine.pulse().hash);
    expect(await contractFaults(store)).toEqual([]);
    expect(store.sync.history(1)[0]?.report.deferred).toBe(0);
  });

  it(`writes ${WRITES_A_DAY} keys a day, pulses counted; only the publish of the last of them comes on top`, () => {
    const writes = [...writesByDay.values()].map(
      ({ all, pulse }) => all - pulse + pulse * WRITES_OF_A_PUBLISH,
    );
    expect(writes).toHaveLength(2);
    expect(Math.max(...writes)).toBeLessThanOrEqual(WRITES_A_DAY + WRITES_OF_A_PUBLISH);
    expect(writes[0]).toBeGreaterThanOrEqual(WRITES_A_DAY);
  });

  it('shares the day’s writes among the stores of the account', () => {
    expect([1, 2, 7].map((stores) => limitsOf('free', stores).kvWritesPerDay)).toEqual([900, 450, 128]);
    expect(limitsOf('paid', 2)).toEqual(limitsOf('paid'));
  });

  it(`stays within ${SUBREQUESTS} subrequests in every slice, those to the backend included`, () => {
    expect(slices.length).toBeGreaterThan(100);
    expect(Math.max(...slices)).toBeLessThanOrEqual(SUBREQUESTS);
    // It does use what it has, or the bound would prove nothing.
    expect(Math.max(...slices)).toBeGreaterThan(limitsOf('free').backendRequestsPerSlice);
  });

  it('stays within its KV operations in every slice', () => {
    for (const { report } of store.sync.history(100)) {
      expect(report.kvOperationsInSlice).toBeLessThanOrEqual(limitsOf('free').kvOperationsPerSlice);
    }
  });
});
