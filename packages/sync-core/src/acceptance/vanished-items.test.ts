import { beforeEach, describe, expect, it } from 'vitest';
import { contentsOf, recordsOf } from './testing/kv-contents.js';
import { notFound, STAGE_CATEGORY, StagedShop } from './testing/staged-shop.js';
import type { SyncedStore } from './testing/synced-store.js';

const PRODUCTS = 60;
const ITEM = /^\/products\/\d+$/;
const HOUR_MS = 60 * 60 * 1000;

let staged: StagedShop;
let store: SyncedStore<StagedShop>;
let before: Map<string, string>;

const loseItems = () => {
  staged.override = (path) => (ITEM.test(path) ? notFound() : null);
};
const productKeys = () => [...store.kv.entries.keys()].filter((key) => key.startsWith('en:product:'));

beforeEach(async () => {
  staged = new StagedShop(PRODUCTS);
  store = staged.store();
  await store.soundRun();
  before = contentsOf(store);
  staged.clock.advance(400_000);
  store.kv.forget();
});

describe('while items answer 404 that the listing shows', () => {
  it('a sync deletes none of them and says of each what is wrong', async () => {
    for (let id = 1; id <= 25; id += 1) staged.saveProduct(id, { price: 20 });
    loseItems();
    const run = await store.run();
    expect(run.state).toBe('failed');
    expect(run.report.failed.map(({ id }) => id).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 25 }, (_, n) => n + 1),
    );
    for (const { entity, id, reason } of run.report.failed) {
      expect(entity).toBe('products');
      expect(reason).toContain(`Product ${id} is in the backend's listing`);
    }
    expect(run.retrying.map(({ id }) => id)).toHaveLength(25);
    expect(run.report.deleted).toBe(0);
    expect(store.kv.writes).toBe(0);
    expect(contentsOf(store)).toEqual(before);
  });

  it('the sound sync after that asks for these items alone', async () => {
    for (let id = 1; id <= 25; id += 1) staged.saveProduct(id, { price: 20 });
    loseItems();
    await store.run();
    staged.override = () => null;
    staged.requests = [];
    staged.clock.advance(10_000);
    await store.soundRun();
    expect(staged.itemsAskedFor()).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
    const prices = recordsOf(store, 'product').map(({ record }) => [record.id, record.price]);
    expect(prices.filter(([, price]) => price === 20)).toHaveLength(25);
    expect(prices).toHaveLength(PRODUCTS);
    expect(store.kv.deletes).toEqual([]);
  });

  it('a sync a day later, when every detail is due, deletes none', async () => {
    staged.clock.advance(25 * HOUR_MS);
    loseItems();
    const run = await store.run();
    expect(run.state).toBe('failed');
    expect(run.report.failures).toBe(PRODUCTS);
    expect(contentsOf(store)).toEqual(before);
  });

  it('the alarm deletes none that the listing showed, for days, and mends all when items are back', {
    timeout: 60_000,
  }, async () => {
    loseItems();
    await store.pass(50 * HOUR_MS);
    expect(productKeys()).toHaveLength(PRODUCTS);
    expect(store.kv.deletes).toEqual([]);
    staged.override = () => null;
    staged.saveProduct(7, { price: 77 });
    await store.pass(25 * HOUR_MS);
    expect(recordsOf(store, 'product').find(({ record }) => record.id === 7)?.record.price).toBe(77);
    expect((await store.soundRun()).retrying).toEqual([]);
  });

  it('a new product is no reason to drop anything, and comes with its item', async () => {
    staged.addProduct(99);
    loseItems();
    const run = await store.run();
    expect(run.report.failed.map(({ id }) => id)).toEqual([99]);
    expect(productKeys()).toHaveLength(PRODUCTS);
    staged.override = () => null;
    staged.clock.advance(120_000);
    await store.soundRun();
    expect(productKeys()).toContain('en:product:product-99');
  });
});

describe('a product that the listing lacks as well', () => {
  it('is deleted when its item answers 404', async () => {
    staged.shop.products.delete(3);
    staged.shop.itemCache.delete(3);
    await store.soundRun();
    expect(productKeys()).toHaveLength(PRODUCTS - 1);
    expect(store.kv.deletes).toEqual(['en:product:product-3']);
    const listed = recordsOf(store, 'listing', ({ categoryId }) => categoryId === STAGE_CATEGORY);
    expect(listed.flatMap(({ record }) => record.products).some(({ id }) => id === 3)).toBe(false);
  });

  it('is deleted by the alarm when it was out of the listings before', async () => {
    staged.saveProduct(3, { visibility: 'search' });
    await store.soundRun();
    expect(productKeys()).toHaveLength(PRODUCTS);
    staged.shop.products.delete(3);
    staged.shop.itemCache.delete(3);
    await store.pass(25 * HOUR_MS);
    expect(productKeys()).not.toContain('en:product:product-3');
  });
});
