import { keys } from '@maho-storefront/kv-schema';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentsOf, contractFaults, listedIds } from './testing/kv-contents.js';
import { emptyCollection, STAGE_CATEGORY, StagedShop } from './testing/staged-shop.js';
import type { SyncedStore } from './testing/synced-store.js';

const OTHER_CATEGORY = 11;
const PRODUCTS = 120;
const ANY_LISTING = /^\/products\?/;
const CATEGORY_LISTING = /^\/products\?.*categoryId=/;

let staged: StagedShop;
let store: SyncedStore<StagedShop>;
let before: Map<string, string>;

async function open(products: number): Promise<void> {
  staged = new StagedShop(products);
  staged.addCategory(OTHER_CATEGORY);
  store = staged.store();
  await store.soundRun();
  // Longer than the backend keeps an item.
  staged.clock.advance(400_000);
  await store.soundRun();
  before = contentsOf(store);
  staged.clock.advance(60_000);
  store.kv.forget();
}

const empty = (listings: RegExp) => {
  staged.override = (path) => (listings.test(path) ? emptyCollection() : null);
};

describe('while the index of the backend is being built and every listing is empty', () => {
  beforeEach(() => open(PRODUCTS));

  it.each(['full', 'products'] as const)(
    'a sync of the scope %s changes nothing and fails with the way out',
    async (scope) => {
      const pulse = store.pulse();
      empty(ANY_LISTING);
      const run = await store.run(scope);
      expect(run.state).toBe('failed');
      expect(run.report.failed.map(({ reason }) => reason).join()).toContain('allowPrune=1');
      expect(store.kv.writes).toBe(0);
      expect(contentsOf(store)).toEqual(before);
      expect(store.pulse()).toEqual(pulse);
      expect(run.pulse).toBe(pulse.hash);
    },
  );

  it('the alarm empties nothing in two days', async () => {
    empty(ANY_LISTING);
    await store.pass(2 * 24 * 60 * 60 * 1000);
    expect(store.kv.deletes).toEqual([]);
    expect(contentsOf(store)).toEqual(before);
  });

  it('a scheduled sync changes nothing, and the next sound sync finds nothing to do', async () => {
    empty(ANY_LISTING);
    expect((await store.run('full', {}, 'schedule')).state).toBe('failed');
    staged.override = () => null;
    await store.soundRun();
    expect(store.kv.writes).toBe(0);
    expect(await contractFaults(store)).toEqual([]);
  });
});

describe('while the listings of categories alone are empty', () => {
  beforeEach(() => open(PRODUCTS));

  it('pages keep their products, and the failure names the category', async () => {
    empty(CATEGORY_LISTING);
    const run = await store.run();
    expect(run.state).toBe('failed');
    const failure = run.report.failed.find(({ id }) => id === STAGE_CATEGORY);
    expect(failure?.entity).toBe('listings');
    expect(failure?.reason).toContain(`category ${STAGE_CATEGORY}`);
    expect(failure?.reason).toContain('allowPrune=1');
    // The category that really has no product is no failure.
    expect(run.report.failures).toBe(1);
    expect(contentsOf(store)).toEqual(before);
    expect(store.kv.deletes).toEqual([]);
  });

  it('a category that was just edited keeps its products as well', async () => {
    empty(CATEGORY_LISTING);
    staged.editCategory(STAGE_CATEGORY, { name: 'Renamed' });
    expect((await store.run()).state).toBe('failed');
    expect(listedIds(store, STAGE_CATEGORY)).toHaveLength(PRODUCTS);
  });

  it('a sync of the categories empties nothing and does not fail', async () => {
    empty(CATEGORY_LISTING);
    staged.editCategory(STAGE_CATEGORY, { name: 'Renamed' });
    const run = await store.soundRun('categories');
    expect(run.report.failed).toEqual([]);
    expect(store.kv.puts).toContain(keys.category('en', STAGE_CATEGORY));
    expect(listedIds(store, STAGE_CATEGORY)).toHaveLength(PRODUCTS);
    expect(store.kv.deletes).toEqual([]);
  });

  it('the caller may allow it', async () => {
    empty(CATEGORY_LISTING);
    await store.soundRun('full', { allowPrune: true });
    expect(listedIds(store, STAGE_CATEGORY)).toEqual([]);
  });

  it('everything is as it should be with the next sound sync', async () => {
    empty(CATEGORY_LISTING);
    await store.run();
    staged.override = () => null;
    store.kv.forget();
    await store.soundRun();
    expect(contentsOf(store)).toEqual(before);
    expect(store.kv.writes).toBe(0);
  });
});

describe('a merchant who moves 30 of 40 products out of a category', () => {
  beforeEach(() => open(40));

  async function expectMoved(): Promise<void> {
    await store.soundRun();
    expect(listedIds(store, STAGE_CATEGORY)).toHaveLength(10);
    expect(listedIds(store, OTHER_CATEGORY)).toHaveLength(30);
  }

  it('is believed at once', async () => {
    for (let id = 1; id <= 30; id += 1) staged.saveProduct(id, { categoryIds: [OTHER_CATEGORY] });
    await expectMoved();
  });

  it('is believed at once by the category form, which moves no product’s updatedAt', async () => {
    for (let id = 1; id <= 30; id += 1) {
      Object.assign(staged.shop.products.get(id) ?? {}, { categoryIds: [OTHER_CATEGORY] });
    }
    await expectMoved();
  });

  it('is believed at once even while the backend still answers items from its cache', async () => {
    for (const product of staged.shop.products.values()) await staged.fetch(itemUrl(product.id));
    for (let id = 1; id <= 30; id += 1) {
      Object.assign(staged.shop.products.get(id) ?? {}, { categoryIds: [OTHER_CATEGORY] });
    }
    await expectMoved();
  });

  it('is believed when the rest of the category stays with its subcategory', async () => {
    staged.addCategory(12, { parentId: STAGE_CATEGORY });
    for (let id = 1; id <= 40; id += 1) staged.saveProduct(id, { categoryIds: [id <= 30 ? 11 : 12] });
    await expectMoved();
    expect(listedIds(store, 12)).toHaveLength(10);
  });
});

function itemUrl(id: number): string {
  return `https://shop.test/api/rest/v2/products/${id}`;
}
