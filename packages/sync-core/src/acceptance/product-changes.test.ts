import { describe, expect, it } from 'vitest';
import { flatTree } from './testing/expected-tree.js';
import { nth } from './testing/json-object.js';
import { listedIds, recordAt, recordsOf, redirectFrom } from './testing/kv-contents.js';
import { LivingShop } from './testing/living-shop.js';

/** Product count of a category in the tree. */
function countOf({ store }: LivingShop, categoryId: number): number | undefined {
  const tree = flatTree(recordAt(store, 'categories', 'en:categories') ?? []);
  return tree.find(({ id }) => id === categoryId)?.productCount;
}

describe('a product that goes', () => {
  it.each([
    { how: 'deleted', change: ({ edit }: LivingShop, id: number) => edit.deleteProduct(id) },
    { how: 'disabled', change: ({ edit }: LivingShop, id: number) => edit.setStatus(id, 'disabled') },
    {
      how: 'hidden (not visible individually)',
      change: ({ edit }: LivingShop, id: number) => edit.setVisibility(id, 'not_visible'),
    },
  ])('and is $how has no key, no redirect, and no place in a listing or a count', async ({ change }) => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    const category = nth(living.shownIn(id), 0);
    const before = countOf(living, category) ?? 0;
    change(living, id);
    await living.follow();
    expect(living.record(id)).toBeNull();
    expect(recordAt(living.store, 'product', `en:product:${urlKey}`)).toBeNull();
    expect(redirectFrom(living.store, urlKey)).toBeNull();
    expect(living.shownIn(id)).toEqual([]);
    expect(countOf(living, category)).toBe(before - 1);
    expect(await living.faults()).toEqual([]);
    expect(await living.faultsAfterADay()).toEqual([]);
  });

  it('loses the redirects from its old addresses when it is deleted', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    living.edit.renameUrlKey(id, 'renamed-first');
    await living.follow();
    expect(redirectFrom(living.store, urlKey)).toBe('renamed-first');
    living.edit.deleteProduct(id);
    await living.follow();
    expect(redirectFrom(living.store, urlKey)).toBeNull();
    expect(await living.faults()).toEqual([]);
  });

  it('comes back under its address when it is enabled again', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    const shownIn = living.shownIn(id);
    living.edit.setStatus(id, 'disabled');
    await living.follow();
    living.edit.setStatus(id, 'enabled');
    await living.follow();
    expect(living.slug(id)).toBe(urlKey);
    expect(living.shownIn(id)).toEqual(shownIn);
    expect(await living.faults()).toEqual([]);
  });
});

describe('a product that cannot be listed', () => {
  it('keeps its page, out of the listings, when it is sold out', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    living.edit.setStock(id, 0);
    await living.follow();
    expect(living.record(id)).toMatchObject({ slug: urlKey, stockStatus: 'out_of_stock' });
    expect(living.shownIn(id)).toEqual([]);
    expect(await living.faults()).toEqual([]);
    expect(await living.faultsAfterADay()).toEqual([]);
  });

  it('is listed where it was when it is back in stock', async () => {
    const living = await LivingShop.open();
    const { id } = living.aProduct();
    const shownIn = living.shownIn(id);
    living.edit.setStock(id, 0);
    await living.follow();
    living.edit.setStock(id, 7);
    await living.follow();
    expect(living.record(id)).toMatchObject({ stockStatus: 'in_stock', stockQty: 7 });
    expect(living.shownIn(id)).toEqual(shownIn);
    expect(await living.faults()).toEqual([]);
  });

  it('keeps its page, out of the listings, when only search finds it', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    living.edit.setVisibility(id, 'search');
    await living.follow();
    expect(living.record(id)).toMatchObject({ slug: urlKey, visibility: 'search' });
    expect(living.shownIn(id)).toEqual([]);
    expect(await living.faults()).toEqual([]);
  });

  it('takes the configurable product along whose last child is sold out', async () => {
    const living = await LivingShop.open();
    const parent = living.aComposite('configurable');
    for (const { productId } of parent.parts ?? []) living.edit.setStock(productId, 0);
    await living.follow();
    expect(living.record(parent.id)?.variants.every(({ inStock }) => !inStock)).toBe(true);
    expect(living.shownIn(parent.id)).toEqual([]);
    expect(await living.faults()).toEqual([]);
  });
});

describe('a product that changes', () => {
  it('has its new price in record and cards at once when it was saved', async () => {
    const living = await LivingShop.open();
    const { id } = living.aProduct();
    living.edit.updateProduct(id, { price: 321.5 });
    await living.store.soundRun();
    expect(living.record(id)).toMatchObject({ price: 321.5 });
    expect(living.cards(id).length).toBeGreaterThan(0);
    expect(living.cards(id).every(({ price }) => price === 321.5)).toBe(true);
    expect(await living.faults()).toEqual([]);
  });

  it('is looked at again when a mass update left its old price in the cache, and right then', async () => {
    const living = await LivingShop.open();
    const { id } = living.aProduct();
    const before = living.record(id)?.price;
    living.edit.massUpdatePrice(id, 222.5);
    await living.store.soundRun();
    expect(living.record(id)?.price).toBe(before);
    const wakeAt = living.store.sync.nextWakeAt();
    expect(wakeAt).toBeLessThanOrEqual(living.shop.clock.now() + 310_000);
    living.shop.forgetRequests();
    await living.store.pass(320_000);
    expect(living.shop.itemRequests('en')).toEqual([id]);
    expect(living.record(id)).toMatchObject({ price: 222.5, finalPrice: 222.5 });
    expect(living.cards(id).every(({ price }) => price === 222.5)).toBe(true);
    expect(await living.faults()).toEqual([]);
  });

  it('is not looked at a third time once the second look was right', async () => {
    const living = await LivingShop.open();
    living.edit.massUpdatePrice(living.aProduct().id, 222.5);
    await living.follow();
    living.shop.forgetRequests();
    await living.store.soundRun();
    await living.store.pass(3_600_000);
    expect(living.shop.itemRequests('en')).toEqual([]);
  });

  it('is looked at again when a script wrote its price into the database, which moves no time of a save', async () => {
    const living = await LivingShop.open();
    const { id } = living.aProduct();
    living.edit.writePriceBySql(id, 199.5);
    await living.follow();
    expect(living.record(id)).toMatchObject({ price: 199.5, finalPrice: 199.5 });
    expect(living.cards(id).every(({ price }) => price === 199.5)).toBe(true);
    expect(await living.faults()).toEqual([]);
  });

  it('has the quantity that an order left, after the cache let go', async () => {
    const living = await LivingShop.open();
    const { id, qty } = living.aProduct();
    living.edit.sellByOrder(id, 1);
    await living.follow();
    expect(living.record(id)).toMatchObject({ stockQty: qty - 1, stockStatus: 'in_stock' });
    expect(await living.faults()).toEqual([]);
  });

  it('is sold out when an order took the last one, though the cache still has it', async () => {
    const living = await LivingShop.open();
    const { id, qty } = living.aProduct();
    living.edit.sellByOrder(id, qty);
    await living.store.soundRun();
    expect(living.shownIn(id)).toEqual([]);
    await living.store.pass(320_000);
    expect(living.record(id)).toMatchObject({ stockStatus: 'out_of_stock' });
    expect(await living.faults()).toEqual([]);
  });

  it('leaves one listing and enters another when it is moved between categories', async () => {
    const living = await LivingShop.open();
    const { id, categoryIds } = living.aProduct();
    const target = nth(
      flatTree(recordAt(living.store, 'categories', 'en:categories') ?? []).filter(
        (node) => node.children.length === 0 && !categoryIds.includes(node.id),
      ),
      0,
    );
    const left = nth(living.shownIn(id), 0);
    const counts = [countOf(living, target.id) ?? 0, countOf(living, nth([...categoryIds], 0)) ?? 0];
    living.edit.setCategories(id, [target.id]);
    await living.follow();
    expect(living.shownIn(id)).toContain(target.id);
    expect(living.shownIn(id)).not.toContain(categoryIds[0]);
    expect(living.record(id)?.categoryIds).toEqual([target.id]);
    expect(countOf(living, target.id)).toBe(nth(counts, 0) + 1);
    expect(countOf(living, nth([...categoryIds], 0))).toBe(nth(counts, 1) - 1);
    expect(left).toBeGreaterThan(0);
    expect(await living.faults()).toEqual([]);
  });

  it('shows no catalogue rule, which only the listing of the backend applies', async () => {
    const living = await LivingShop.open();
    const { id } = living.aProduct();
    const before = living.record(id)?.finalPrice;
    living.edit.setPriceRule(id, 50);
    await living.follow();
    const listing = (await living.answers.products()).find((product) => product.id === id);
    expect(listing?.finalPrice).not.toBe(before);
    expect(living.record(id)?.finalPrice).toBe(before);
    expect(living.cards(id).every(({ finalPrice }) => finalPrice === before)).toBe(true);
  });

  it('is on its own page and in its categories when it is new', async () => {
    const living = await LivingShop.open();
    const category = nth(living.aProduct().categoryIds, 0);
    const id = living.edit.createProduct({ name: 'Brand New Lamp', price: 45, categoryIds: [category] });
    await living.follow();
    expect(living.record(id)).toMatchObject({ slug: 'brand-new-lamp', name: 'Brand New Lamp', price: 45 });
    expect(living.shownIn(id)).toContain(category);
    expect(await living.faults()).toEqual([]);
  });

  it('shows the new price of a child in the grouped product that sells it', async () => {
    const living = await LivingShop.open();
    const parent = living.aComposite('grouped');
    const child = nth(parent.parts ?? [], 0).productId;
    living.edit.updateProduct(child, { price: 77.25 });
    await living.follow();
    const shown = living.record(parent.id)?.groupedProducts.find(({ id }) => id === child);
    expect(shown?.price).toBe(77.25);
    expect(await living.faultsAfterADay()).toEqual([]);
  });

  it.each(['grouped', 'bundle'] as const)('shows the new name of a part in the %s product', async (type) => {
    const living = await LivingShop.open();
    const parent = living.aComposite(type);
    const part = nth(parent.parts ?? [], 0).productId;
    living.edit.updateProduct(part, { name: 'Part with a new name' });
    await living.store.soundRun();
    expect(JSON.stringify(living.record(parent.id))).toContain('Part with a new name');
    expect(await living.faults()).toEqual([]);
  });

  it('shows in the bundle that a selection is sold out', async () => {
    const living = await LivingShop.open();
    const parent = living.aComposite('bundle');
    const part = (parent.parts ?? []).find(({ required }) => required !== true);
    if (!part) throw new RangeError('The bundle has no selection that can be left out');
    living.edit.setStock(part.productId, 0);
    await living.follow();
    const selections = living.record(parent.id)?.bundleOptions.flatMap((option) => option.selections) ?? [];
    expect(selections.find(({ productId }) => productId === part.productId)?.inStock).toBe(false);
    expect(await living.faultsAfterADay()).toEqual([]);
  });

  it('follows the order that the merchant gives a category', async () => {
    const living = await LivingShop.open();
    const category = nth(living.aProduct().categoryIds, 0);
    const [first = 0, second = 0] = await living.answers.categoryProducts(category);
    living.edit.setCategoryPositions(category, { [first]: 900_000, [second]: 1 });
    await living.follow();
    expect(await living.answers.categoryProducts(category)).not.toEqual([first, second]);
    expect(await living.faults()).toEqual([]);
  });
});

describe('a listing that gets shorter', () => {
  it('loses the pages behind its new end', async () => {
    const living = await LivingShop.open(170);
    const long = recordsOf(living.store, 'listing', ({ page }) => page === 2).map(
      ({ key }) => key.categoryId,
    );
    const category = nth(long, 0);
    const ids = listedIds(living.store, category);
    for (const id of ids.slice(48)) living.edit.setVisibility(id, 'search');
    const hidden = ids.length - 48;
    expect(hidden).toBeGreaterThan(0);
    await living.store.soundRun('full', { allowPrune: true });
    expect(recordAt(living.store, 'listing', `en:products:category:${category}:page:2`)).toBeNull();
    expect(recordAt(living.store, 'listing', `en:products:category:${category}:page:1`)).toMatchObject({
      totalItems: 48,
      totalPages: 1,
    });
    expect(await living.faults()).toEqual([]);
  });
});
