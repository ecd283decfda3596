import { generateCatalogue } from '@maho-storefront/demo-backend';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { limitsOf, type SyncLimits } from '../limits.js';
import { NO_SWITCHES, type RunRecord } from '../run/run-record.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { nth } from './testing/json-object.js';
import { contentDifferences, contractFaults } from './testing/kv-contents.js';
import type { SyncedStore } from './testing/synced-store.js';

const SMALL: SyncLimits = { ...limitsOf('paid'), kvOperationsPerSlice: 10, backendRequestsPerSlice: 5 };
const FULL = { scope: 'full', trigger: 'request', switches: NO_SWITCHES } as const;

let shop: AcceptanceShop;
let store: SyncedStore;

function found(id: string): RunRecord {
  const run = store.sync.findRun(id);
  if (!run) throw new Error(`The run ${id} is lost`);
  return run;
}

/** Asks for a full run and does so many slices of it. */
async function begun(slices: number): Promise<string> {
  const { id } = store.sync.request(FULL);
  for (let n = 0; n < slices; n += 1) await store.sync.advance(id);
  expect(found(id).state).toBe('running');
  return id;
}

describe('a first run that is cancelled on the way', () => {
  beforeEach(() => {
    shop = new AcceptanceShop(generateCatalogue({ products: 60, categories: 6, stores: 1, seed: 4 }));
    store = shop.store('en', { limits: SMALL });
  });

  it('asks the backend for nothing more, and keeps and publishes what it has written', async () => {
    const id = await begun(8);
    expect(store.sync.cancel(id)).toMatchObject({ id, state: 'running' });
    shop.forgetRequests();
    expect(await store.sync.advance(id)).toMatchObject({ id, state: 'cancelled', stage: null });
    expect(shop.requests).toEqual([]);
    expect(found(id)).toMatchObject({ state: 'cancelled', finishedAt: shop.clock.now() });
    expect(found(id).report.written).toBeGreaterThan(10);
    expect(await contractFaults(store)).toEqual([]);
  });

  it('ends in the slice that is at work', async () => {
    const id = await begun(8);
    const slice = store.sync.advance(id);
    expect(store.sync.cancel(id)?.state).toBe('running');
    expect((await slice).state).toBe('cancelled');
    expect(await contractFaults(store)).toEqual([]);
  });

  it('begins no further item of the batch at hand', async () => {
    store = shop.store('en', { limits: { ...limitsOf('paid'), backendRequestsInFlight: 1 } });
    const { id } = store.sync.request(FULL);
    const slice = store.sync.advance(id);
    const items = () => shop.itemRequests('en').length;
    while (items() < 3) await new Promise((resolve) => setImmediate(resolve));
    const before = items();
    store.sync.cancel(id);
    expect((await slice).state).toBe('cancelled');
    expect(items()).toBeLessThanOrEqual(before + 1);
  });

  it('ends in that slice also when another object on the same index cancels it', async () => {
    const id = await begun(8);
    const slice = store.sync.advance(id);
    shop.store('en', { kv: store.kv, index: store.index }).sync.cancel(id);
    expect((await slice).state).toBe('cancelled');
    expect(found(id).state).toBe('cancelled');
  });

  it('ends where its first slice is just beginning', async () => {
    const { id } = store.sync.request(FULL);
    const slice = store.sync.advance(id);
    store.sync.cancel(id);
    expect((await slice).state).toBe('cancelled');
    expect(shop.requests).toEqual([]);
  });

  it('stays cancelled for a process that finds it so', async () => {
    const id = await begun(8);
    store.sync.cancel(id);
    store = shop.store('en', { kv: store.kv, index: store.index, limits: SMALL });
    await store.finishRun();
    expect(found(id).state).toBe('cancelled');
    expect(await contractFaults(store)).toEqual([]);
  });

  it('is no sync that was done', async () => {
    const id = await begun(8);
    store.sync.cancel(id);
    await store.sync.advance(id);
    expect(store.index.get('meta', ['synced-at'])).toBeUndefined();
  });
});

describe('cancelling', () => {
  beforeEach(() => {
    shop = new AcceptanceShop(generateCatalogue({ products: 20, categories: 3, stores: 1, seed: 4 }));
    store = shop.store('en', { limits: SMALL });
  });

  it('ends a run that waits, and leaves the one before it alone', async () => {
    const first = await begun(2);
    const { id: second } = store.sync.request(FULL);
    expect(store.sync.cancel(second)).toMatchObject({ state: 'cancelled', finishedAt: shop.clock.now() });
    while (found(first).state === 'running') await store.sync.advance(first);
    expect([found(first).state, found(second).state]).toEqual(['succeeded', 'cancelled']);
  });

  it('lets the run that waits behind it begin', async () => {
    const first = await begun(2);
    const { id: second } = store.sync.request(FULL);
    store.sync.cancel(first);
    await store.finishRun();
    expect([found(first).state, found(second).state]).toEqual(['cancelled', 'succeeded']);
  });

  it('changes nothing about a run that has ended, and knows no other', async () => {
    const { id } = await store.soundRun();
    const before = found(id);
    expect(store.sync.cancel(id)).toEqual(before);
    expect(found(id)).toEqual(before);
    expect(store.sync.cancel('another')).toBeNull();
  });

  it('leaves what is due to the alarm', async () => {
    const id = await begun(4);
    const due = store.index.count('due', {});
    expect(due).toBeGreaterThan(0);
    store.sync.cancel(id);
    await store.sync.advance(id);
    expect(store.index.count('due', {})).toBe(due);
    await store.pass(1_000);
    await store.finishRun();
    expect(store.sync.history(1)).toMatchObject([{ request: { scope: 'due' }, state: 'succeeded' }]);
  });
});

describe('a run that is cancelled after any of its slices', () => {
  let cancelledAfter = 0;
  /** Lives through the same changes of the shop undisturbed. */
  let twin: SyncedStore;

  beforeAll(async () => {
    shop = new AcceptanceShop(generateCatalogue({ products: 60, categories: 6, stores: 1, seed: 4 }));
    store = shop.store('en', { limits: SMALL });
    await store.soundRun();
    twin = shop.store('en');
    await twin.soundRun();
  }, 60_000);

  it('deletes nothing from then on, and the next run makes all of it good', async () => {
    for (let slices = 1; cancelledAfter === slices - 1; slices += 1) {
      const ids = (await shop.answers('en').products()).map(({ id }) => Number(id));
      shop.edit.deleteProduct(nth(ids, 3));
      shop.edit.updateProduct(nth(ids, 10), { urlKey: `moved-${slices}` });
      shop.edit.setStock(nth(ids, 20), 0);
      const { id } = store.sync.request(FULL);
      for (let n = 0; n < slices; n += 1) await store.sync.advance(id);
      if (store.sync.cancel(id)?.state === 'running') cancelledAfter = slices;
      store.kv.forget();
      await store.sync.advance(id);
      expect(store.kv.deletes).toEqual([]);
      expect(await contractFaults(store)).toEqual([]);
      await store.soundRun();
      await twin.soundRun();
      expect(contentDifferences(store, twin)).toEqual([]);
    }
    expect(cancelledAfter).toBeGreaterThan(5);
  }, 60_000);
});
