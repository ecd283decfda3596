import { describe, expect, it, vi } from 'vitest';
import { limitsOf, type SyncLimits } from '../limits.js';
import { NO_SWITCHES, type RunRecord } from '../run/run-record.js';
import { recordsOf } from './testing/kv-contents.js';
import { StagedShop, serverError } from './testing/staged-shop.js';

vi.setConfig({ testTimeout: 60_000 });

const SMALL: SyncLimits = { ...limitsOf('paid'), kvOperationsPerSlice: 20, backendRequestsPerSlice: 10 };
const BY_IDS = /attr_entity_id/;

function idsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => first + n);
}

async function syncedShop(products: number, limits?: SyncLimits) {
  const staged = new StagedShop(products);
  const store = staged.store({ retries: 0, ...(limits ? { limits } : {}) });
  await store.soundRun();
  staged.requests = [];
  staged.kv.forget();
  return { staged, store };
}

describe('a long list of ids', () => {
  it('of products that nobody knows, ten thousand of them, does no harm and fails nothing', async () => {
    const { staged, store } = await syncedShop(3);
    const run = await store.sync.run('products-by-id', { ids: idsFrom(5_000, 10_000) });
    expect(run).toMatchObject({ state: 'succeeded', asked: 10_000, retrying: [] });
    expect(run.report.slices).toBeGreaterThan(10);
    expect(staged.kv.writes).toBe(0);
    expect(store.sync.health().due.requested).toBeUndefined();
    expect(recordsOf(store, 'product')).toHaveLength(3);
    const listings = staged.requests.filter((path) => BY_IDS.test(path));
    expect(listings.length).toBeLessThanOrEqual(Math.ceil(10_000 / 30));
  });

  it('is worked off within the limits of a slice', async () => {
    const { staged, store } = await syncedShop(60, SMALL);
    for (const id of idsFrom(1, 60)) staged.saveProduct(id, { price: 77 });
    const { id } = store.sync.request({
      scope: 'products-by-id',
      trigger: 'request',
      switches: NO_SWITCHES,
      ids: idsFrom(1, 60),
    });
    let run: RunRecord | null = null;
    while (run?.state !== 'succeeded') {
      staged.requests = [];
      await store.sync.advance(id);
      expect(staged.requests.length).toBeLessThanOrEqual(10);
      run = store.sync.findRun(id);
      expect(run?.state).not.toBe('failed');
    }
    expect(run.report.kvOperationsInSlice).toBeLessThanOrEqual(20);
    expect(recordsOf(store, 'product').every(({ record }) => record.price === 77)).toBe(true);
    expect(
      recordsOf(store, 'listing').every(({ record }) => record.products.every(({ price }) => price === 77)),
    ).toBe(true);
  });
});

describe('ids that fail', () => {
  it('stay due, are named in the answer, and are done by the alarm when the backend is well again', async () => {
    const { staged, store } = await syncedShop(5);
    for (const id of [2, 3, 4]) staged.saveProduct(id, { price: 55 });
    staged.override = (path) => (path === '/products/3' ? serverError() : null);
    const run = await store.sync.run('products-by-id', { ids: [2, 3, 4] });
    expect(run.state).toBe('failed');
    expect(run.report.failed).toMatchObject([{ entity: 'products', id: 3 }]);
    expect(run.retrying).toMatchObject([{ entity: 'product', id: 3 }]);
    const priceOf = (id: number) =>
      recordsOf(store, 'product').find(({ record }) => record.id === id)?.record.price;
    expect([2, 3, 4].map(priceOf)).toEqual([55, 10, 55]);
    await store.pass(3_600_000);
    expect(store.sync.health().due.retry).toBe(1);
    staged.override = () => null;
    await store.pass(3_600_000);
    expect(priceOf(3)).toBe(55);
    expect(store.sync.health().due.retry).toBeUndefined();
  });

  it('are not lost when the backend is gone as a whole, and it is not asked without a pause', async () => {
    const { staged, store } = await syncedShop(5);
    staged.saveProduct(2, { price: 55 });
    staged.override = () => Response.json({ error: 'protocol_disabled', message: 'x' }, { status: 404 });
    expect((await store.sync.run('products-by-id', { ids: [2] })).state).toBe('failed');
    expect(store.sync.health().due.requested).toBe(1);
    staged.requests = [];
    await store.pass(600_000);
    expect(staged.requests.length).toBeLessThanOrEqual(20);
    staged.override = () => null;
    await store.pass(120_000);
    expect(recordsOf(store, 'product').find(({ record }) => record.id === 2)?.record.price).toBe(55);
  });

  it('contradict nothing: a 404 of what the listing shows is no deletion', async () => {
    const { staged, store } = await syncedShop(5);
    staged.override = (path) =>
      path === '/products/2'
        ? Response.json({ error: 'not_found', message: 'Not Found', code: 404 }, { status: 404 })
        : null;
    const run = await store.sync.run('products-by-id', { ids: [2] });
    expect(run.report.failed).toMatchObject([{ id: 2, reason: expect.stringMatching(/not touched/) }]);
    expect(staged.kv.deletes).toEqual([]);
  });
});

describe('a backend that lists no products by id', () => {
  it.each([
    { how: 'ignores the parameter', answer: () => null, listsById: false },
    {
      how: 'refuses it',
      answer: () => Response.json({ error: 'unprocessable_entity', message: 'x' }, { status: 422 }),
      listsById: true,
    },
  ])('and $how is asked for items alone, twice each, and not for the listing again', async (backend) => {
    const { staged, store } = await syncedShop(120);
    staged.listsById = backend.listsById;
    staged.override = (path) => (BY_IDS.test(path) ? backend.answer() : null);
    staged.saveProduct(2, { price: 55 });
    const run = await store.sync.run('products-by-id', { ids: [2] });
    expect(run.state).toBe('succeeded');
    expect(recordsOf(store, 'product').find(({ record }) => record.id === 2)?.record.price).toBe(55);
    expect(store.sync.health().due['second-look']).toBe(1);
    staged.requests = [];
    await store.sync.run('products-by-id', { ids: [3] });
    await store.pass(320_000);
    expect(staged.requests.filter((path) => BY_IDS.test(path))).toEqual([]);
    expect(staged.itemsAskedFor()).toEqual([2, 3]);
  });

  it('has a product deleted only when it is not found a second time', async () => {
    const { staged, store } = await syncedShop(120);
    staged.listsById = false;
    staged.shop.products.delete(2);
    staged.shop.itemCache.delete(2);
    await store.sync.run('products-by-id', { ids: [2] });
    expect(staged.kv.deletes).toEqual([]);
    await store.pass(320_000);
    expect(staged.kv.deletes).toContain('en:product:product-2');
  });
});

describe('a listing that shows nothing at all', () => {
  it('takes no product out: without a witness its silence proves nothing', async () => {
    const { staged, store } = await syncedShop(5);
    staged.override = (path) =>
      path.startsWith('/products?')
        ? Response.json({ '@type': 'Collection', totalItems: 0, member: [] })
        : null;
    await store.sync.run('products-by-id', { ids: [1, 2, 3] });
    const listed = recordsOf(store, 'listing').flatMap(({ record }) => record.products);
    expect(listed).toHaveLength(5);
  });
});
