import { generateCatalogue } from '@maho-storefront/demo-backend';
import { beforeEach, describe, expect, it } from 'vitest';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { nth } from './testing/json-object.js';
import { contentsOf, recordsOf } from './testing/kv-contents.js';
import type { SyncedStore } from './testing/synced-store.js';

const HOURS_MS = 60 * 60 * 1000;
const PAGE_7 = /^(?!.*categoryId).*\/products\?(.*&)?page=7(&|$)/;

let shop: AcceptanceShop;
let store: SyncedStore;
let before: Map<string, string>;

async function open(products: number): Promise<void> {
  shop = new AcceptanceShop(generateCatalogue({ products, categories: 6, stores: 1, seed: 8 }));
  store = shop.store('en');
  await store.soundRun();
  before = contentsOf(store);
  store.kv.forget();
}

const listedProductIds = async () => (await shop.answers('en').products()).map(({ id }) => Number(id));
const productIdsInKv = () => new Set(recordsOf(store, 'product').map(({ record }) => record.id));

describe('a product listing of which page 7 of 12 cannot be read', () => {
  beforeEach(() => open(1_200), 60_000);

  it('deletes nothing, says so, brings the rest up to date, and deletes when it can be read', async () => {
    const ids = await listedProductIds();
    const gone = [ids[150], ids[620], ids[655], ids[1_100]].map(Number);
    const saved = nth(ids, 20);
    for (const id of gone) shop.edit.deleteProduct(id);
    shop.edit.updateProduct(saved, { price: 444.5 });
    shop.backend.faults.set([{ match: PAGE_7, kind: 'status', status: 500 }]);
    const run = await store.run();
    expect(run.state).toBe('failed');
    const page = run.report.failed.find(({ reason }) => reason.includes('page=7'));
    expect(page).toMatchObject({ store: 'en', entity: 'products', id: null });
    expect(page?.reason).toMatch(/https:\/\/shop\.test\/api\/rest\/v2\/products.*store en.*500/);
    expect(store.kv.deletes).toEqual([]);
    expect(gone.every((id) => productIdsInKv().has(id))).toBe(true);
    expect(recordsOf(store, 'product').find(({ record }) => record.id === saved)?.record.price).toBe(444.5);

    shop.backend.faults.clear();
    await store.soundRun();
    expect(gone.some((id) => productIdsInKv().has(id))).toBe(false);
    expect(productIdsInKv().size).toBe(1_200 - gone.length);
  }, 60_000);
});

describe('a shop that seems to have lost most of its products at once', () => {
  beforeEach(() => open(80), 60_000);

  /** More than 30 % of the products are gone. */
  async function loseMany(): Promise<number[]> {
    const gone = (await listedProductIds()).filter((_, n) => n % 5 < 2);
    for (const id of gone) shop.edit.deleteProduct(id);
    return gone;
  }

  /** Product records and listing pages as they were before. */
  const productsBefore = () => [...before].filter(([key]) => /^en:products?:/.test(key));
  const productsNow = () => [...contentsOf(store)].filter(([key]) => /^en:products?:/.test(key));

  it('has nothing of its products touched, and the error names the guard and the way out', async () => {
    const gone = await loseMany();
    const run = await store.run();
    expect(run.state).toBe('failed');
    const guard = run.report.failed.find(({ entity }) => entity === 'products');
    expect(guard?.reason).toContain(`${gone.length} of 80`);
    expect(guard?.reason).toContain('allowPrune=1');
    expect(productsNow()).toEqual(productsBefore());
    expect(store.kv.deletes).toEqual([]);
  });

  it('still has everything else brought up to date', async () => {
    await loseMany();
    const page = nth(recordsOf(store, 'cms-page'), 0).record;
    shop.edit.editCmsPage(page.id, { title: 'Edited meanwhile' });
    await store.run();
    expect(recordsOf(store, 'cms-page').find(({ record }) => record.id === page.id)?.record.title).toBe(
      'Edited meanwhile',
    );
  });

  it('loses them when the caller allows it', async () => {
    const gone = await loseMany();
    const run = await store.run('full', { allowPrune: true });
    expect(run.state).toBe('succeeded');
    expect(gone.some((id) => productIdsInKv().has(id))).toBe(false);
    expect(productIdsInKv()).toEqual(new Set(await listedProductIds()));
  });

  it('loses them when three scheduled runs over a day agree', async () => {
    const gone = await loseMany();
    for (let n = 0; n < 2; n += 1) {
      expect((await store.run('full', {}, 'schedule')).state).toBe('failed');
      expect(productsNow()).toEqual(productsBefore());
      shop.clock.advance(12.5 * HOURS_MS);
    }
    expect((await store.run('full', {}, 'schedule')).state).toBe('succeeded');
    expect(gone.some((id) => productIdsInKv().has(id))).toBe(false);
  });

  it('keeps them after three scheduled runs within a few hours', async () => {
    await loseMany();
    for (let n = 0; n < 4; n += 1) {
      expect((await store.run('full', {}, 'schedule')).state).toBe('failed');
      shop.clock.advance(2 * HOURS_MS);
    }
    expect(productsNow()).toEqual(productsBefore());
  });

  it('keeps them when others are gone each time', async () => {
    const ids = await listedProductIds();
    await loseMany();
    for (let n = 0; n < 3; n += 1) {
      expect((await store.run('full', {}, 'schedule')).state).toBe('failed');
      shop.edit.deleteProduct(nth(ids, 5 * n + 3));
      shop.clock.advance(13 * HOURS_MS);
    }
    expect((await store.run('full', {}, 'schedule')).state).toBe('failed');
    expect(store.kv.deletes.filter((key) => key.startsWith('en:product'))).toEqual([]);
  });

  it('loses a quarter of them without further questions', async () => {
    const gone = (await listedProductIds()).filter((_, n) => n % 4 === 0);
    for (const id of gone) shop.edit.deleteProduct(id);
    expect((await store.run()).state).toBe('succeeded');
    expect(productIdsInKv().size).toBe(60);
  });

  it('keeps every page when only the listing of the backend is broken', async () => {
    const shown = new Set((await listedProductIds()).slice(0, 40));
    const members = (await shop.answers('en').products()).filter(({ id }) => shown.has(Number(id)));
    shop.override = (path) =>
      /^\/products\?(?!.*categoryId)/.test(path)
        ? Response.json({ '@type': 'Collection', totalItems: 40, member: members })
        : null;
    expect((await store.run()).state).toBe('failed');
    expect(productsNow()).toEqual(productsBefore());
    shop.override = () => null;
    expect((await store.run()).state).toBe('succeeded');
    expect(contentsOf(store)).toEqual(before);
  });
});

describe('an empty listing', () => {
  beforeEach(() => open(60), 60_000);

  it.each([
    { what: 'products', path: /^\/products\?/ },
    { what: 'categories', path: /^\/categories\?/ },
  ])('of $what deletes nothing, and the error says how to empty the shop on purpose', async ({ path }) => {
    shop.override = (asked) =>
      path.test(asked) ? Response.json({ '@type': 'Collection', totalItems: 0, member: [] }) : null;
    const run = await store.run();
    expect(run.state).toBe('failed');
    expect(run.report.failed.map(({ reason }) => reason).join()).toContain('allowPrune=1');
    expect(store.kv.deletes).toEqual([]);
    expect(contentsOf(store)).toEqual(before);
  });
});
