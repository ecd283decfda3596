import { beforeEach, describe, expect, it } from 'vitest';
import { contentsOf, recordsOf } from './testing/kv-contents.js';
import { StagedShop, serverError } from './testing/staged-shop.js';
import type { SyncedStore } from './testing/synced-store.js';

const PRODUCTS = 350;
const isPage2 = (path: string) => /^\/products\?.*\bpage=2\b/.test(path) && !path.includes('categoryId');

describe('after a sync in which a page of the product listing failed', () => {
  let staged: StagedShop;
  let store: SyncedStore<StagedShop>;
  let before: Map<string, string>;

  beforeEach(async () => {
    staged = new StagedShop(PRODUCTS);
    store = staged.store();
    await store.soundRun();
    before = contentsOf(store);
    staged.clock.advance(400_000);
    staged.requests = [];
    store.kv.forget();
  }, 30_000);

  async function failPage2(isAlsoBroken: (path: string) => boolean = () => false): Promise<void> {
    staged.override = (path) => (isPage2(path) || isAlsoBroken(path) ? serverError() : null);
    expect((await store.run()).state).toBe('failed');
    staged.override = () => null;
    staged.clock.advance(120_000);
  }

  it('the next one asks for no item, and writes nothing', async () => {
    await failPage2();
    expect(staged.itemsAskedFor()).toEqual([]);
    await store.soundRun();
    expect(staged.itemsAskedFor()).toEqual([]);
    expect(store.kv.writes).toBe(0);
    expect(contentsOf(store)).toEqual(before);
  });

  it('the next one asks for the items that had failed and for no other', async () => {
    staged.saveProduct(5, { price: 55 });
    staged.saveProduct(6, { price: 66 });
    await failPage2((path) => path === '/products/5');
    expect(staged.itemsAskedFor()).toEqual([5, 6]);
    staged.requests = [];
    await store.soundRun();
    expect(staged.itemsAskedFor()).toEqual([5]);
    expect(recordsOf(store, 'product').find(({ record }) => record.id === 5)?.record.price).toBe(55);
  });

  it('the next one asks for what changed on that page', async () => {
    staged.saveProduct(150, { price: 15 });
    await failPage2();
    expect(staged.itemsAskedFor()).toEqual([]);
    await store.soundRun();
    expect(staged.itemsAskedFor()).toEqual([150]);
  });
});
