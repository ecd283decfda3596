import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunRecord } from '../run/run-record.js';
import { contentsOf, listedIds, recordAt, recordsOf } from './testing/kv-contents.js';
import { emptyCollection, STAGE_CATEGORY, StagedShop, serverError } from './testing/staged-shop.js';
import type { SyncedStore } from './testing/synced-store.js';

vi.setConfig({ testTimeout: 60_000 });

const OTHER_CATEGORY = 11;
const SMALL_CATEGORY = 12;
const PRODUCTS = 80;
const IN_OTHER = 40;
const HOUR_MS = 60 * 60 * 1000;
const CATEGORY_LISTING = /^\/products\?.*categoryId=/;

let staged: StagedShop;
let store: SyncedStore<StagedShop>;
let before: Map<string, string>;

beforeEach(async () => {
  staged = new StagedShop(PRODUCTS);
  staged.addCategory(OTHER_CATEGORY);
  for (let id = PRODUCTS - IN_OTHER + 1; id <= PRODUCTS; id += 1) {
    staged.addProduct(id, { categoryIds: [STAGE_CATEGORY, OTHER_CATEGORY] });
  }
  store = staged.store({ retries: 0 });
  await store.soundRun();
  // Longer than the backend keeps an item.
  staged.clock.advance(400_000);
  before = listings();
  store.kv.forget();
}, 60_000);

function listings(): Map<string, string> {
  return new Map([...contentsOf(store)].filter(([key]) => key.startsWith('en:products:')));
}

function cards(): number {
  return recordsOf(store, 'listing').flatMap(({ record }) => record.products).length;
}

function reasonsOf(run: RunRecord | undefined): string {
  return run?.report.failed.map(({ reason }) => reason).join('\n') ?? '';
}

function idsFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

/** Every listing shows these alone, while items are answered as ever. */
function listOnly(isIndexed: (id: number) => boolean): void {
  staged.shop.isIndexed = isIndexed;
}

/** As an index that is being rebuilt by ascending id begins. */
const isAmongFirst = (id: number) => id <= 4;
/** Products with a low id and with a high one, and none of half of them. */
const isEven = (id: number) => id % 2 === 0;
const all = () => true;

function deleteProducts(ids: readonly number[]): void {
  for (const id of ids) {
    staged.shop.products.delete(id);
    staged.shop.itemCache.delete(id);
  }
}

function putIntoSmall(ids: readonly number[]): void {
  for (const id of ids) staged.saveProduct(id, { categoryIds: [STAGE_CATEGORY, SMALL_CATEGORY] });
}

describe('the guard against mass removals', () => {
  it('holds products and listings also when one of the products it samples cannot be read', async () => {
    deleteProducts(idsFrom(1, 32));
    staged.requests = [];
    staged.override = (path) => (path === '/products/7' ? serverError() : null);
    const run = await store.run();
    expect(reasonsOf(run)).toMatch(
      /^32 of 80 products left the listing at once \(of 19 looked at, 19 do not exist .*allowPrune=1$/,
    );
    expect(staged.itemsAskedFor()).toEqual(idsFrom(1, 20));
    expect(listings()).toEqual(before);
    expect(store.kv.deletes).toEqual([]);
    expect(run.complete).not.toContain('listings');
  });

  it('leaves no mark behind by which an empty category would be believed', async () => {
    listOnly(isAmongFirst);
    expect((await store.run()).state).toBe('failed');
    listOnly(all);
    staged.override = (path) => (CATEGORY_LISTING.test(path) ? emptyCollection() : null);
    const run = await store.sync.run('categories-by-id', { ids: [STAGE_CATEGORY] });
    expect(reasonsOf(run)).toContain(`category ${STAGE_CATEGORY}`);
    staged.editCategory(OTHER_CATEGORY, { name: 'Renamed' });
    expect(reasonsOf(await store.run('changes'))).toContain(`category ${OTHER_CATEGORY}`);
    expect(listings()).toEqual(before);
  });
});

describe('a category asked for by id while the listings show the lowest ids alone', () => {
  it.each([
    { when: 'at first', prepare: async () => {} },
    { when: 'after a full sync that was refused', prepare: async () => void (await store.run()) },
  ])('keeps its products, $when', async ({ prepare }) => {
    listOnly(isAmongFirst);
    await prepare();
    await store.sync.run('categories-by-id', { ids: [STAGE_CATEGORY, OTHER_CATEGORY] });
    await store.pass(400_000);
    expect(listings()).toEqual(before);
    listOnly(all);
    await store.soundRun();
    expect(listings()).toEqual(before);
  });

  it('keeps its products though they are few, and has its own record up to date', async () => {
    staged.addCategory(SMALL_CATEGORY);
    putIntoSmall(idsFrom(1, 12));
    await store.soundRun();
    listOnly(isAmongFirst);
    staged.editCategory(SMALL_CATEGORY, { name: 'Renamed' });
    await store.sync.run('categories-by-id', { ids: [SMALL_CATEGORY] });
    expect(listedIds(store, SMALL_CATEGORY)).toHaveLength(12);
    expect(recordAt(store, 'category', `en:category:${SMALL_CATEGORY}`)?.name).toBe('Renamed');
  });
});

describe('a category asked for by id while the listings lack half of the products', () => {
  it('keeps its products, and the failure says what is lacking', async () => {
    listOnly(isEven);
    const run = await store.sync.run('categories-by-id', { ids: [STAGE_CATEGORY] });
    expect(reasonsOf(run)).toMatch(/category 10 lacks 40 of 80 products.*allowPrune=1/);
    expect(listings()).toEqual(before);
  });
});

describe('products asked for by id', () => {
  it('stay in their listings while these show the lowest ids alone', async () => {
    listOnly(isAmongFirst);
    await store.sync.run('products-by-id', { ids: idsFrom(1, PRODUCTS) });
    await store.pass(400_000);
    expect(listings()).toEqual(before);
  });

  it('stay in their listings while these lack half of them, and the failure says so', async () => {
    listOnly(isEven);
    const run = await store.sync.run('products-by-id', { ids: idsFrom(1, PRODUCTS) });
    expect(reasonsOf(run)).toMatch(/listing lacks at least \d+ of 80 products .*in stock.*allowPrune=1/);
    await store.pass(400_000);
    expect(listings()).toEqual(before);
    listOnly(all);
    await store.soundRun();
    expect(listings()).toEqual(before);
  });

  it('are up to date in their records meanwhile', async () => {
    listOnly(isEven);
    for (const id of idsFrom(1, PRODUCTS)) staged.saveProduct(id, { price: 55 });
    await store.sync.run('products-by-id', { ids: idsFrom(1, PRODUCTS) });
    expect(recordsOf(store, 'product').every(({ record }) => record.price === 55)).toBe(true);
  });
});

describe('the alarm', () => {
  it('empties nothing within a day in which every full sync is refused', async () => {
    listOnly(isAmongFirst);
    for (let hours = 0; hours < 24; hours += 4) {
      expect((await store.run('full', {}, 'schedule')).state).toBe('failed');
      await store.pass(4 * HOUR_MS);
    }
    expect(listings()).toEqual(before);
  });

  it('takes out no more than the guard lets pass while the listings lack half, and reports the rest', async () => {
    const known = cards();
    listOnly(isEven);
    await store.pass(48 * HOUR_MS);
    expect(cards()).toBeGreaterThan(known * 0.6);
    expect(store.sync.history(50).map(reasonsOf).join()).toContain('allowPrune=1');
    listOnly(all);
    await store.soundRun();
    expect(listings()).toEqual(before);
  });
});

describe('what is really gone goes', () => {
  it('at once, of 30 products that were deleted and asked for by id', async () => {
    deleteProducts(idsFrom(10, 39));
    const run = await store.sync.run('products-by-id', { ids: idsFrom(10, 39) });
    expect(run.state).toBe('succeeded');
    expect(recordsOf(store, 'product')).toHaveLength(PRODUCTS - 30);
  });

  it('at once, of a category from which the merchant took everything', async () => {
    for (const product of staged.shop.products.values()) product.categoryIds = [STAGE_CATEGORY];
    const run = await store.sync.run('categories-by-id', { ids: [OTHER_CATEGORY] });
    expect(run.state).toBe('succeeded');
    expect(listedIds(store, OTHER_CATEGORY)).toEqual([]);
    expect(listedIds(store, STAGE_CATEGORY)).toHaveLength(PRODUCTS);
  });

  it.each([true, false])('at once, most of a small category (listing by id: %s)', async (listsById) => {
    staged.addCategory(SMALL_CATEGORY);
    putIntoSmall(idsFrom(1, 12));
    await store.soundRun();
    staged.listsById = listsById;
    for (const id of idsFrom(1, 9)) staged.saveProduct(id, { categoryIds: [STAGE_CATEGORY] });
    await store.sync.run('categories-by-id', { ids: [SMALL_CATEGORY] });
    expect(new Set(listedIds(store, SMALL_CATEGORY))).toEqual(new Set([10, 11, 12]));
  });

  it('within minutes, of a category most of which an import sold out', async () => {
    for (const id of idsFrom(45, 78)) staged.saveProduct(id, { isInStock: false, qty: 0 });
    await store.sync.run('categories-by-id', { ids: [OTHER_CATEGORY] });
    await store.pass(600_000);
    expect(new Set(listedIds(store, OTHER_CATEGORY))).toEqual(new Set([41, 42, 43, 44, 79, 80]));
  });

  it('with a full sync that may prune, of half of all that the listing lacks', async () => {
    listOnly(isEven);
    await store.soundRun('full', { allowPrune: true });
    expect(cards()).toBe((PRODUCTS + IN_OTHER) / 2);
  });
});
