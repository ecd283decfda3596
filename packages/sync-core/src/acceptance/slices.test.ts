import { type Catalogue, generateCatalogue } from '@maho-storefront/demo-backend';
import { beforeAll, describe, expect, it } from 'vitest';
import { limitsOf, type SyncLimits } from '../limits.js';
import { NO_SWITCHES, type RunRecord } from '../run/run-record.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { contentDifferences, contractFaults } from './testing/kv-contents.js';
import type { SyncedStore } from './testing/synced-store.js';

const SMALL: SyncLimits = { ...limitsOf('paid'), kvOperationsPerSlice: 20, backendRequestsPerSlice: 10 };
const FULL = { scope: 'full', trigger: 'request', switches: NO_SWITCHES } as const;

/** More pages, blocks and posts than a small slice may write, and products that share url keys. */
function catalogue(): Catalogue {
  const made = generateCatalogue({ products: 130, categories: 15, stores: 1, seed: 7 });
  for (let n = 0; n < 30; n += 1) {
    made.edit.addCmsPage({ fields: { identifier: `extra-${n}`, title: `Extra ${n}`, content: '<p>x</p>' } });
    made.edit.addBlogPost({
      fields: { urlKey: `extra-${n}`, title: `Extra ${n}`, content: '<p>x</p>', publishDate: '2026-01-01' },
    });
  }
  return made;
}

const shop = new AcceptanceShop(catalogue());
let whole: SyncedStore;

beforeAll(async () => {
  whole = shop.store('en', {
    limits: { ...limitsOf('paid'), kvOperationsPerSlice: 100_000, backendRequestsPerSlice: 100_000 },
  });
  const run = await whole.soundRun();
  expect(run.report.slices).toBe(1);
}, 60_000);

describe('a sync in slices of 20 KV operations and 10 requests', () => {
  let store: SyncedStore;
  let run: RunRecord;
  let mostRequests = 0;
  let mostOperations = 0;

  beforeAll(async () => {
    store = shop.store('en', { limits: SMALL });
    const { id } = store.sync.request(FULL);
    for (;;) {
      shop.forgetRequests();
      store.kv.forget();
      await store.sync.advance(id);
      mostRequests = Math.max(mostRequests, shop.requests.length);
      mostOperations = Math.max(mostOperations, store.kv.writes);
      const found = store.sync.findRun(id);
      if (!found) throw new Error('The run is lost');
      run = found;
      if (run.state === 'succeeded' || run.state === 'failed') return;
    }
  }, 60_000);

  it('has the KV and the pulse of a sync in one slice', async () => {
    expect(run.state).toBe('succeeded');
    expect(run.report.slices).toBeGreaterThan(10);
    expect(contentDifferences(store, whole)).toEqual([]);
    expect(store.pulse().hash).toBe(whole.pulse().hash);
    expect(await contractFaults(store)).toEqual([]);
  });

  it('never uses more KV operations in a slice than it may', () => {
    expect(run.report.kvOperationsInSlice).toBeLessThanOrEqual(20);
    expect(mostOperations).toBeLessThanOrEqual(20);
  });

  it('never sends more requests in a slice than it may', () => {
    expect(mostRequests).toBeLessThanOrEqual(10);
  });

  it('writes nothing in a second sync', async () => {
    store.kv.forget();
    await store.soundRun();
    expect(store.kv.writes).toBe(0);
  });

  it('repairs KV within the same limits', async () => {
    const names = [...store.kv.entries.keys()].filter((_, n) => n % 3 === 0);
    for (const name of names) store.kv.entries.delete(name);
    const rebuilt = await store.run('full', { rebuild: true });
    expect(rebuilt.state).toBe('succeeded');
    expect(contentDifferences(store, whole)).toEqual([]);
    expect(rebuilt.report.kvOperationsInSlice).toBeLessThanOrEqual(20);
  });
});

describe('a run that nobody drives any more', () => {
  async function abandoned(): Promise<{ store: SyncedStore; id: string; slices: number }> {
    const store = shop.store('en', { limits: SMALL });
    const { id } = store.sync.request(FULL);
    for (let n = 0; n < 8; n += 1) await store.sync.advance(id);
    const run = store.sync.findRun(id);
    expect(run?.state).toBe('running');
    return { store, id, slices: run?.report.slices ?? 0 };
  }

  it('is left alone for a minute, because somebody may still be at it', async () => {
    const { store, id, slices } = await abandoned();
    const wakeAt = store.sync.nextWakeAt();
    expect(wakeAt).toBeGreaterThan(shop.clock.now() + 55_000);
    expect(wakeAt).toBeLessThanOrEqual(shop.clock.now() + 60_000);
    shop.forgetRequests();
    await store.sync.wake();
    shop.clock.advance(50_000);
    await store.sync.wake();
    expect(shop.requests).toEqual([]);
    expect(store.sync.findRun(id)?.report.slices).toBe(slices);
  });

  it('is finished by the alarm alone after that, with nothing lost', async () => {
    const { store, id } = await abandoned();
    await store.finishRun();
    expect(store.sync.findRun(id)?.state).toBe('succeeded');
    expect(contentDifferences(store, whole)).toEqual([]);
    expect(store.pulse().hash).toBe(whole.pulse().hash);
  });

  it('is taken over at once when its driver lets go of it', async () => {
    const { store, id, slices } = await abandoned();
    store.sync.release(id);
    expect(store.sync.nextWakeAt()).toBeLessThanOrEqual(shop.clock.now());
    await store.sync.wake();
    expect(store.sync.findRun(id)?.report.slices).toBe(slices + 1);
  });

  it('goes on in another process that knows only the index and KV', async () => {
    const { store, id } = await abandoned();
    const other = shop.store('en', { kv: store.kv, index: store.index, limits: SMALL });
    await other.finishRun();
    expect(other.sync.findRun(id)?.state).toBe('succeeded');
    expect(contentDifferences(other, whole)).toEqual([]);
  });

  it('has published what it had, if it took longer than a minute', async () => {
    const store = shop.store('en', { limits: SMALL });
    const { id } = store.sync.request(FULL);
    for (let n = 0; n < 8; n += 1) {
      await store.sync.advance(id);
      shop.clock.advance(15_000);
    }
    expect(store.sync.findRun(id)?.state).toBe('running');
    expect(store.pulse().seq).toBeGreaterThanOrEqual(1);
    expect(store.pulse().hash).not.toBe(whole.pulse().hash);
  });
});

describe('requests for runs', () => {
  it('are satisfied only by a run that begins after they arrived, which later ones share', async () => {
    const store = shop.store('en', { limits: SMALL });
    const first = store.sync.request(FULL);
    await store.sync.advance(first.id);
    const second = store.sync.request(FULL);
    const third = store.sync.request(FULL);
    expect(second.id).not.toBe(first.id);
    expect(third.id).toBe(second.id);
    await store.finishRun();
    expect(store.sync.history(10).map(({ id, state }) => [id, state])).toEqual([
      [second.id, 'succeeded'],
      [first.id, 'succeeded'],
    ]);
    expect(contentDifferences(store, whole)).toEqual([]);
  });
});
