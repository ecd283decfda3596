import { describe, expect, it, vi } from 'vitest';
import { flatTree } from './testing/expected-tree.js';
import { nth } from './testing/json-object.js';
import { listedIds, recordAt, recordsOf, redirectFrom } from './testing/kv-contents.js';
import { LivingShop } from './testing/living-shop.js';

vi.setConfig({ testTimeout: 30_000 });

async function ask(living: LivingShop, ...ids: number[]) {
  living.shop.forgetRequests();
  living.store.kv.forget();
  const run = await living.store.sync.run('categories-by-id', { ids });
  expect(run.report.failed).toEqual([]);
  return run;
}

/** A category with one above it and, if asked for, some below it. */
function aCategory(living: LivingShop, isParent = false) {
  const records = recordsOf(living.store, 'category').map(({ record }) => record);
  const hasChild = (id: number) => records.some(({ parentId }) => parentId === id);
  const found = records.find(({ id, level }) => (isParent ? hasChild(id) : level > 2 && !hasChild(id)));
  if (!found) throw new Error('The shop has no such category');
  return found;
}

function treeIds({ store }: LivingShop): number[] {
  return flatTree(recordAt(store, 'categories', 'en:categories') ?? []).map(({ id }) => id);
}

describe('a category edited and asked for by id', () => {
  it('costs the tree, its item and its listing, and writes its record and whatever shows its name', async () => {
    const living = await LivingShop.open();
    const { id } = aCategory(living);
    living.edit.updateCategory(id, { name: 'Renamed', description: '<p>New text</p>' });
    const run = await ask(living, id);
    expect(run.report.requests).toEqual({ 'category-list': 1, category: 1, 'category-listing': 1 });
    expect(living.store.kv.puts.toSorted()).toEqual(
      [`en:category:${id}`, 'en:categories', 'en:category-paths', 'en:menu', 'en:pulse'].toSorted(),
    );
    expect(recordAt(living.store, 'category', `en:category:${id}`)).toMatchObject({ name: 'Renamed' });
    expect(await living.faults()).toEqual([]);
  });

  it('writes nothing when nothing changed', async () => {
    const living = await LivingShop.open();
    await ask(living, aCategory(living).id);
    expect(living.store.kv.writes).toBe(0);
  });

  it('has its products in the order that the merchant gave them, and the listings above as well', async () => {
    const living = await LivingShop.open();
    const { id } = aCategory(living);
    const before = listedIds(living.store, id);
    living.edit.setCategoryPositions(
      id,
      Object.fromEntries(before.toReversed().map((product, n) => [product, n])),
    );
    await ask(living, id);
    expect(listedIds(living.store, id)).toEqual(before.toReversed());
    expect(await living.faults()).toEqual([]);
  });

  it('shows a product that came back, and so do the other categories of the product', async () => {
    const living = await LivingShop.open();
    const back = [...living.shop.catalogue.products.values()].find(({ id }) => living.shownIn(id).length > 1);
    if (!back) throw new Error('No product is in two categories');
    const shownIn = living.shownIn(back.id);
    living.edit.setStock(back.id, 0);
    await living.store.sync.run('products-by-id', { ids: [back.id] });
    expect(living.shownIn(back.id)).toEqual([]);
    living.edit.setStock(back.id, 5);
    living.shop.clock.advance(1_000);
    await ask(living, nth(shownIn, 0));
    expect(living.shownIn(back.id)).toEqual(shownIn);
  });

  it('shows a product that was put into it from its own form, and the product says so soon after', async () => {
    const living = await LivingShop.open();
    const { id } = aCategory(living);
    const other = [...living.shop.catalogue.products.values()].find(
      (product) => living.shownIn(product.id).length > 0 && !product.categoryIds.includes(id),
    );
    if (!other) throw new Error('Every product is in it');
    living.edit.setCategories(other.id, [...other.categoryIds, id]);
    await ask(living, id);
    expect(listedIds(living.store, id)).toContain(other.id);
    await living.store.pass(320_000);
    expect(living.record(other.id)?.categoryIds).toContain(id);
    expect(await living.faults()).toEqual([]);
  });

  it('leaves redirects for its whole subtree when its address changes', async () => {
    const living = await LivingShop.open();
    const parent = aCategory(living, true);
    const child = recordsOf(living.store, 'category').find(
      ({ record }) => record.parentId === parent.id,
    )?.record;
    if (!child) throw new Error('No child');
    living.edit.updateCategory(parent.id, { urlKey: 'renamed' });
    await ask(living, parent.id);
    const paths = new Map(recordsOf(living.store, 'category').map(({ record }) => [record.id, record.path]));
    expect(paths.get(parent.id)).toMatch(/renamed/);
    expect(paths.get(child.id)).toMatch(/renamed\//);
    expect(redirectFrom(living.store, parent.path)).toBe(paths.get(parent.id));
    expect(redirectFrom(living.store, child.path)).toBe(paths.get(child.id));
    expect(await living.faults()).toEqual([]);
  });

  it('leaves the tree with all below it when it is deleted, keys and listings included', async () => {
    const living = await LivingShop.open();
    const { id } = aCategory(living, true);
    const below = recordsOf(living.store, 'category').filter(({ record }) => record.parentId === id);
    living.edit.deleteCategory(id);
    await ask(living, id);
    const gone = [id, ...below.map(({ record }) => record.id)];
    expect(treeIds(living).filter((left) => gone.includes(left))).toEqual([]);
    for (const category of gone) {
      expect(recordAt(living.store, 'category', `en:category:${category}`)).toBeNull();
      expect(listedIds(living.store, category)).toEqual([]);
    }
    await living.store.pass(320_000);
    expect(await living.faults()).toEqual([]);
  });

  it('is in the tree when it is new, with its listing', async () => {
    const living = await LivingShop.open();
    const id = living.edit.createCategory({ name: 'Brand new', parentId: aCategory(living, true).id });
    await ask(living, id);
    expect(treeIds(living)).toContain(id);
    expect(recordAt(living.store, 'listing', `en:products:category:${id}:page:1`)).toMatchObject({
      totalItems: 0,
    });
    expect(await living.faults()).toEqual([]);
  });

  it('has the tree read once for many, and unknown ones do no harm', async () => {
    const living = await LivingShop.open();
    const ids = recordsOf(living.store, 'category').map(({ record }) => record.id);
    const run = await ask(living, ...ids, 999_998, 999_999);
    expect(run.report.requests['category-list']).toBe(1);
    expect(run.report.requests.category).toBe(ids.length);
    expect(living.store.kv.writes).toBe(0);
  });
});

describe('a CMS page at an address', () => {
  it('is hidden by a category that comes there, and shown again when that goes', async () => {
    const living = await LivingShop.open();
    living.edit.addCmsPage({ fields: { identifier: 'contested', title: 'Contested', content: '<p>x</p>' } });
    await living.store.soundRun('cms-pages');
    const { id, urlKey } = nth(
      recordsOf(living.store, 'category').flatMap(({ record }) => (record.level === 2 ? [record] : [])),
      0,
    );
    living.edit.updateCategory(id, { urlKey: 'contested' });
    await ask(living, id);
    expect(recordAt(living.store, 'cms-page', 'en:cms:contested')).toBeNull();
    living.edit.updateCategory(id, { urlKey: urlKey ?? 'elsewhere' });
    await ask(living, id);
    await living.store.pass(1_000);
    expect(recordAt(living.store, 'cms-page', 'en:cms:contested')).toMatchObject({ title: 'Contested' });
    expect(await living.faults()).toEqual([]);
  });
});
