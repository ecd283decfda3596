import { describe, expect, it } from 'vitest';
import { CountingCatalogIndex } from './testing/counting-catalog-index.js';
import { contractFaults, listedIds, recordAt, recordsOf, redirectFaults } from './testing/kv-contents.js';
import { STAGE_CATEGORY, StagedShop } from './testing/staged-shop.js';

/** As a key part each colon takes three bytes: too long for a key of 512. */
const COLONS = ':'.repeat(180);

describe('an address that needs more room than a key has', () => {
  it('does not stop a sync: the product gets another one', async () => {
    const staged = new StagedShop(5);
    const store = staged.store();
    await store.soundRun();
    staged.clock.advance(400_000);
    staged.addProduct(77, { urlKey: COLONS });
    staged.saveProduct(1, { price: 99 });
    const run = await store.soundRun();
    expect(run.report.failed).toEqual([]);
    const product = recordsOf(store, 'product').find(({ record }) => record.id === 77);
    expect(product?.key.slug).toBe('catalog/product/view/id/77');
    expect(listedIds(store, STAGE_CATEGORY)).toEqual(expect.arrayContaining([1, 77]));
    expect(recordAt(store, 'product', 'en:product:product-1')?.price).toBe(99);
    expect(await contractFaults(store)).toEqual([]);
  });

  it('is given up and taken like any other when its product is renamed', async () => {
    const staged = new StagedShop(2);
    staged.addProduct(77, { urlKey: COLONS });
    const store = staged.store();
    await store.soundRun();
    staged.clock.advance(400_000);
    staged.saveProduct(77, { urlKey: 'short', urlPath: 'short' });
    await store.soundRun();
    expect(recordAt(store, 'product', 'en:product:short')?.id).toBe(77);
    staged.clock.advance(400_000);
    staged.saveProduct(77, { urlKey: COLONS, urlPath: COLONS });
    await store.soundRun();
    expect(recordAt(store, 'product', 'en:product:catalog/product/view/id/77')?.id).toBe(77);
    expect(recordAt(store, 'redirect', 'en:redirect:short')?.to).toBe('catalog/product/view/id/77');
    expect(redirectFaults(store)).toEqual([]);
  });

  it('has no redirect when it is a second path, and nothing fails for that', async () => {
    const staged = new StagedShop(2);
    staged.addProduct(77, { urlKey: 'short', urlPath: COLONS });
    const store = staged.store();
    const run = await store.soundRun();
    expect(run.report.failed).toEqual([]);
    expect(recordAt(store, 'product', 'en:product:short')?.id).toBe(77);
    expect(recordsOf(store, 'redirect')).toEqual([]);
    expect(await contractFaults(store)).toEqual([]);
  });

  it('has no redirect when it was that of a category, and nothing fails for that', async () => {
    const staged = new StagedShop(2);
    staged.addCategory(20, { urlKey: COLONS });
    const store = staged.store();
    await store.soundRun();
    staged.editCategory(20, { urlKey: 'short' });
    staged.clock.advance(60_000);
    const run = await store.soundRun();
    expect(run.report.failed).toEqual([]);
    expect(recordAt(store, 'category', 'en:category:20')?.path).toBe('short');
    expect(recordsOf(store, 'redirect')).toEqual([]);
  });

  it('of a CMS page is reported, and every other page is there', async () => {
    const staged = new StagedShop(2);
    staged.addContent(staged.shop.pages, 500, COLONS);
    staged.addContent(staged.shop.pages, 501, 'about');
    const store = staged.store();
    const run = await store.run();
    expect(run.report.failed.map(({ entity, id }) => [entity, id])).toEqual([['cms-pages', 500]]);
    expect(recordsOf(store, 'cms-page').map(({ key }) => key.identifier)).toEqual(['about']);
    expect(await contractFaults(store)).toEqual([]);
  });
});

describe('400 visible products that share one url key', () => {
  const PRODUCTS = 400;
  /** More than a shop without shared keys needs for a product, but not much more. */
  const TOLERANCE = 1.25;

  async function synced(urlKeyOf: (id: number) => string) {
    const staged = new StagedShop(0);
    for (let id = 1; id <= PRODUCTS; id += 1) {
      staged.addProduct(id, { urlKey: urlKeyOf(id), urlPath: id === 1 ? 'tee' : `tee-${id}` });
    }
    const index = new CountingCatalogIndex();
    const store = staged.store({ index });
    await store.soundRun();
    return { staged, store, index, calls: index.calls };
  }

  it('are all at addresses of their own, and cost the index hardly more than any other 400', async () => {
    const shared = await synced(() => 'tee');
    const slugs = recordsOf(shared.store, 'product').map(({ record }) => record.slug);
    expect(slugs).toHaveLength(PRODUCTS);
    expect(new Set(slugs).size).toBe(PRODUCTS);
    expect(recordAt(shared.store, 'product', 'en:product:tee')?.id).toBe(1);
    const distinct = await synced((id) => `tee-${id}`);
    expect(distinct.calls).toBeGreaterThan(PRODUCTS);
    expect(shared.calls).toBeLessThan(distinct.calls * TOLERANCE);
    expect(shared.index.rowsScanned).toBeLessThan(PRODUCTS * 25);
  });

  it('cost a fraction of that when the key passes from one to the next', async () => {
    const { staged, store, index, calls } = await synced(() => 'tee');
    staged.clock.advance(400_000);
    staged.saveProduct(1, { urlKey: 'renamed', urlPath: 'renamed' });
    index.calls = 0;
    await store.soundRun();
    expect(recordAt(store, 'product', 'en:product:tee')?.id).toBe(2);
    expect(recordAt(store, 'product', 'en:product:renamed')?.id).toBe(1);
    expect(recordAt(store, 'redirect', 'en:redirect:tee-2')?.to).toBe('tee');
    expect(index.calls).toBeLessThan(calls / 2);
    expect(redirectFaults(store)).toEqual([]);
  });
});
