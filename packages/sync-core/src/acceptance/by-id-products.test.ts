import { describe, expect, it, vi } from 'vitest';
import { nth } from './testing/json-object.js';
import { listedIds, recordsOf, redirectFrom } from './testing/kv-contents.js';
import { LivingShop } from './testing/living-shop.js';

// Each test syncs a shop of its own.
vi.setConfig({ testTimeout: 30_000 });

/** Asks for products by id, and counts only what that costs. */
async function ask(living: LivingShop, ...ids: number[]) {
  living.shop.forgetRequests();
  living.store.kv.forget();
  const run = await living.store.sync.run('products-by-id', { ids });
  expect(run.report.failed).toEqual([]);
  return run;
}

function listingKeys(categories: readonly number[]): string[] {
  return categories.map((id) => `en:products:category:${id}:page:1`);
}

describe('one product edited and asked for by id', () => {
  it('costs its listing record, its item and its option prices, and writes what changed and the pulse', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    const shownIn = living.shownIn(id);
    living.edit.updateProduct(id, { price: 321.5 });
    const run = await ask(living, id);
    expect(living.shop.requests.length).toBeLessThanOrEqual(3);
    expect(living.shop.itemRequests('en')).toEqual([id]);
    expect(run.report.requests).toMatchObject({ 'listing-records': 1, product: 1 });
    expect(living.store.kv.puts.toSorted()).toEqual(
      [`en:product:${urlKey}`, ...listingKeys(shownIn), 'en:pulse'].toSorted(),
    );
    expect(living.store.kv.deletes).toEqual([]);
    expect(run.report.writes).toEqual({ 'product:requested': 1, 'listing:follows': shownIn.length });
    expect(living.record(id)).toMatchObject({ price: 321.5 });
    expect(living.cards(id).every(({ price }) => price === 321.5)).toBe(true);
    expect(await living.faults()).toEqual([]);
  });

  it('writes nothing, the pulse included, when nothing changed', async () => {
    const living = await LivingShop.open();
    const run = await ask(living, living.aProduct().id);
    expect(living.store.kv.writes).toBe(0);
    expect(run.report).toMatchObject({ written: 0, deleted: 0, writes: {} });
  });

  it('leaves everything else alone that changed meanwhile', async () => {
    const living = await LivingShop.open();
    const [asked, other] = [living.aProduct(), living.aProduct(1)];
    const before = living.record(other.id)?.price;
    living.edit.updateProduct(asked.id, { price: 321.5 });
    living.edit.updateProduct(other.id, { price: 123.5 });
    await ask(living, asked.id);
    expect(living.record(other.id)?.price).toBe(before);
    expect(living.shop.itemRequests('en')).toEqual([asked.id]);
  });

  it('has its old price for the time of the cache when a mass update did not flush it, and no longer', async () => {
    const living = await LivingShop.open();
    const { id } = living.aProduct();
    living.edit.massUpdatePrice(id, 222.5);
    await ask(living, id);
    expect(living.store.sync.health().due['second-look']).toBe(1);
    await living.store.pass(320_000);
    expect(living.record(id)).toMatchObject({ price: 222.5, finalPrice: 222.5 });
    expect(await living.faults()).toEqual([]);
  });
});

describe('what goes and comes by id', () => {
  it('is out of its listings when it is sold out, without their order being read', async () => {
    const living = await LivingShop.open();
    const { id } = living.aProduct();
    const shownIn = living.shownIn(id);
    living.edit.setStock(id, 0);
    const run = await ask(living, id);
    expect(run.report.requests['category-listing']).toBeUndefined();
    expect(living.record(id)).toMatchObject({ stockStatus: 'out_of_stock' });
    expect(living.shownIn(id)).toEqual([]);
    expect(living.store.kv.puts).toContain('en:categories');
    expect(await living.faults()).toEqual([]);
    living.edit.setStock(id, 5);
    const back = await ask(living, id);
    expect(back.report.requests['category-listing']).toBeUndefined();
    expect(living.shownIn(id)).toEqual(shownIn);
    expect(await living.faults()).toEqual([]);
  });

  it('is deleted with its redirects and its place in listings and counts on a 404', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    living.edit.renameUrlKey(id, 'renamed-first');
    await ask(living, id);
    expect(redirectFrom(living.store, urlKey)).toBe('renamed-first');
    living.edit.deleteProduct(id);
    const run = await ask(living, id);
    expect(living.record(id)).toBeNull();
    expect(redirectFrom(living.store, urlKey)).toBeNull();
    expect(run.report.writes).toMatchObject({ 'product:unclaimed': 1, 'redirect:unclaimed': 1 });
    expect(await living.faults()).toEqual([]);
  });

  it.each([
    { how: 'disabled', change: ({ edit }: LivingShop, id: number) => edit.setStatus(id, 'disabled') },
    { how: 'hidden', change: ({ edit }: LivingShop, id: number) => edit.setVisibility(id, 'not_visible') },
  ])(
    'has no key and no place when it is $how, and is back at its address when that ends',
    async ({ change }) => {
      const living = await LivingShop.open();
      const { id, urlKey } = living.aProduct();
      const shownIn = living.shownIn(id);
      change(living, id);
      await ask(living, id);
      expect(living.record(id)).toBeNull();
      expect(living.shownIn(id)).toEqual([]);
      expect(await living.faults()).toEqual([]);
      living.edit.updateProduct(id, { status: 'enabled', visibility: 'catalog_search' });
      await ask(living, id);
      expect(living.slug(id)).toBe(urlKey);
      expect(living.shownIn(id)).toEqual(shownIn);
      expect(await living.faults()).toEqual([]);
    },
  );

  it('has the order read again of the categories it joined or left and of those above, and of no others', async () => {
    const living = await LivingShop.open();
    const { id, categoryIds } = living.aProduct();
    const own = new Set(categoryIds);
    const target = recordsOf(living.store, 'category').find(
      ({ record }) => record.level > 2 && !own.has(record.id),
    )?.record;
    if (!target) throw new Error('No category to move to');
    living.edit.setCategories(id, [target.id]);
    await ask(living, id);
    const read = living.shop.requestsOf('en', /categoryId/).map((path) => /categoryId=(\d+)/.exec(path)?.[1]);
    expect(new Set(read).size).toBe(read.length);
    const parents = new Map(
      [...living.shop.catalogue.categories.values()].map((category) => [category.id, category.parentId]),
    );
    const allowed = new Set([...own, target.id]);
    for (const category of allowed) allowed.add(parents.get(category) ?? 0);
    expect(read.every((category) => allowed.has(Number(category)))).toBe(true);
    expect(listedIds(living.store, target.id)).toContain(id);
    expect(await living.faults()).toEqual([]);
  });

  it('comes as a new product, in its place in the order', async () => {
    const living = await LivingShop.open();
    const { categoryIds } = living.aProduct();
    const id = living.edit.createProduct({
      name: 'Brand new',
      price: 12,
      categoryIds: [nth(categoryIds, 0)],
    });
    const run = await ask(living, id);
    expect(living.record(id)).toMatchObject({ name: 'Brand new' });
    expect(listedIds(living.store, nth(categoryIds, 0))).toContain(id);
    expect(run.report.requests['product-page']).toBeUndefined();
    expect(await living.faults()).toEqual([]);
  });
});

describe('addresses by id', () => {
  it('pass to whoever claims them, and the present owner is looked at in the same run', async () => {
    const living = await LivingShop.open();
    const products = [living.aProduct(), living.aProduct(1)].sort((a, b) => a.id - b.id);
    // The catalogue's own records move with the edit.
    const [first, second] = products.map(({ id, urlKey }) => ({ id, urlKey }));
    if (!first || !second) throw new Error('Two products are needed');
    living.edit.renameUrlKey(first.id, second.urlKey);
    await ask(living, first.id);
    expect(living.slug(first.id)).toBe(second.urlKey);
    expect(living.slug(second.id)).not.toBe(second.urlKey);
    expect(redirectFrom(living.store, first.urlKey)).toBe(second.urlKey);
    expect(living.shop.itemRequests('en').toSorted((a, b) => a - b)).toEqual([first.id, second.id]);
    expect(await living.faults()).toEqual([]);
  });
});

describe('a part of other products', () => {
  it('has its parent read again when it was asked for, though it has no page and the index does not know it', async () => {
    const living = await LivingShop.open();
    const parent = living.aComposite('configurable');
    const child = parent.parts?.find(
      ({ productId }) => living.shop.catalogue.products.get(productId)?.visibility === 'not_visible',
    );
    if (!child) throw new Error('The parent has no hidden child');
    expect(living.store.index.get('products', [child.productId])).toBeUndefined();
    living.edit.setStock(child.productId, 3);
    await ask(living, child.productId);
    const variant = living.record(parent.id)?.variants.find(({ id }) => id === child.productId);
    expect(variant).toMatchObject({ stockQty: 3 });
    expect(living.shop.itemRequests('en')).toEqual([child.productId, parent.id]);
    expect(living.store.index.get('products', [child.productId])).toBeUndefined();
    expect(recordsOf(living.store, 'product').some(({ record }) => record.id === child.productId)).toBe(
      false,
    );
    expect(await living.faults()).toEqual([]);
  });

  it.each(['grouped', 'bundle'] as const)('has its %s parent read again', async (type) => {
    const living = await LivingShop.open();
    const parent = living.aComposite(type);
    const child = nth(parent.parts ?? [], 0).productId;
    living.edit.updateProduct(child, { price: 3.25 });
    await ask(living, child);
    expect(living.shop.itemRequests('en')).toContain(parent.id);
    const record = living.record(parent.id);
    const prices = [
      ...(record?.groupedProducts ?? []),
      ...(record?.bundleOptions ?? []).flatMap(({ selections }) => selections),
    ].map(({ price }) => price);
    expect(prices).toContain(3.25);
    expect(await living.faults()).toEqual([]);
  });
});
