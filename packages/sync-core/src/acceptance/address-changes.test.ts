import { describe, expect, it } from 'vitest';
import { recordAt, recordsOf, redirectFrom } from './testing/kv-contents.js';
import { LivingShop } from './testing/living-shop.js';

const ownerOf = ({ store }: LivingShop, slug: string) =>
  recordAt(store, 'product', `en:product:${slug}`)?.id ?? null;

describe('the address of a product', () => {
  it('moves with its url key, and the old one redirects', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    living.edit.renameUrlKey(id, 'a-better-name');
    await living.follow();
    expect(ownerOf(living, 'a-better-name')).toBe(id);
    expect(ownerOf(living, urlKey)).toBeNull();
    expect(redirectFrom(living.store, urlKey)).toBe('a-better-name');
    expect(living.cards(id).every(({ slug }) => slug === 'a-better-name')).toBe(true);
    expect(await living.faults()).toEqual([]);
    expect(await living.faultsAfterADay()).toEqual([]);
  });

  it('is exchanged with that of another product, without a redirect in between', async () => {
    const living = await LivingShop.open();
    const [a, b] = [living.aProduct(0), living.aProduct(1)];
    const keys = { a: a.urlKey, b: b.urlKey };
    living.edit.swapUrlKeys(a.id, b.id);
    await living.follow();
    expect(ownerOf(living, keys.a)).toBe(b.id);
    expect(ownerOf(living, keys.b)).toBe(a.id);
    expect(redirectFrom(living.store, keys.a)).toBeNull();
    expect(redirectFrom(living.store, keys.b)).toBeNull();
    expect(await living.faults()).toEqual([]);
    expect(await living.faultsAfterADay()).toEqual([]);
  });

  it('leaves redirects that lead straight to the newest one when it moves twice', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    living.edit.renameUrlKey(id, 'second-name');
    await living.follow();
    living.edit.renameUrlKey(id, 'third-name');
    await living.follow();
    expect(redirectFrom(living.store, urlKey)).toBe('third-name');
    expect(redirectFrom(living.store, 'second-name')).toBe('third-name');
    expect(ownerOf(living, 'third-name')).toBe(id);
    expect(await living.faults()).toEqual([]);
  });

  it('passes from a to b and from b to c in one go', async () => {
    const living = await LivingShop.open();
    const [a, b] = [living.aProduct(0), living.aProduct(1)];
    const keys = { a: a.urlKey, b: b.urlKey };
    living.edit.renameUrlKey(b.id, 'key-c');
    living.edit.renameUrlKey(a.id, keys.b);
    await living.follow();
    expect(ownerOf(living, keys.b)).toBe(a.id);
    expect(ownerOf(living, 'key-c')).toBe(b.id);
    expect(redirectFrom(living.store, keys.a)).toBe(keys.b);
    expect(redirectFrom(living.store, keys.b)).toBeNull();
    expect(await living.faults()).toEqual([]);
  });

  it('can be taken by another product once it is free, which ends the redirect', async () => {
    const living = await LivingShop.open();
    const [a, b] = [living.aProduct(0), living.aProduct(1)];
    const freed = a.urlKey;
    const left = b.urlKey;
    living.edit.renameUrlKey(a.id, 'moved-away');
    await living.follow();
    expect(redirectFrom(living.store, freed)).toBe('moved-away');
    living.edit.renameUrlKey(b.id, freed);
    await living.follow();
    expect(ownerOf(living, freed)).toBe(b.id);
    expect(redirectFrom(living.store, freed)).toBeNull();
    expect(redirectFrom(living.store, left)).toBe(freed);
    expect(await living.faults()).toEqual([]);
  });

  it('can be taken by a new product after its owner was deleted', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    living.edit.deleteProduct(id);
    await living.follow();
    const heir = living.edit.createProduct({ name: 'Heir', price: 5, urlKey });
    await living.follow();
    expect(ownerOf(living, urlKey)).toBe(heir);
    expect(await living.faults()).toEqual([]);
  });

  it('comes back with its old name, and only the name in between redirects', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    living.edit.renameUrlKey(id, 'for-a-while');
    await living.follow();
    living.edit.renameUrlKey(id, urlKey);
    await living.follow();
    expect(ownerOf(living, urlKey)).toBe(id);
    expect(redirectFrom(living.store, urlKey)).toBeNull();
    expect(redirectFrom(living.store, 'for-a-while')).toBe(urlKey);
    expect(await living.faults()).toEqual([]);
  });

  it('stays with its owner when a second product takes the same url key', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    const second = living.edit.createProduct({ name: 'Second', price: 5, urlKey });
    await living.follow();
    expect(ownerOf(living, urlKey)).toBe(id);
    expect(living.slug(second)).toBe(`${urlKey}-${second}`);
    expect(await living.faults()).toEqual([]);
  });

  it('passes to the second product with its url key when the first is deleted', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    const second = living.edit.createProduct({ name: 'Second', price: 5, urlKey });
    await living.follow();
    living.edit.deleteProduct(id);
    await living.follow();
    expect(ownerOf(living, urlKey)).toBe(second);
    expect(redirectFrom(living.store, `${urlKey}-${second}`)).toBe(urlKey);
    expect(await living.faults()).toEqual([]);
  });

  it('is kept by a product that is sold out', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    const second = living.edit.createProduct({ name: 'Second', price: 5, urlKey });
    living.edit.setStock(id, 0);
    await living.follow();
    expect(ownerOf(living, urlKey)).toBe(id);
    expect(living.slug(second)).toBe(`${urlKey}-${second}`);
    expect(await living.faults()).toEqual([]);
  });

  it('is never one that the storefront answers itself', async () => {
    const living = await LivingShop.open();
    const { id, urlKey } = living.aProduct();
    living.edit.renameUrlKey(id, 'cart');
    await living.follow();
    expect(ownerOf(living, 'cart')).toBeNull();
    expect(living.slug(id)).toBe(`cart-${id}`);
    expect(redirectFrom(living.store, urlKey)).toBe(`cart-${id}`);
    expect(recordsOf(living.store, 'redirect').some(({ record }) => record.to === 'cart')).toBe(false);
    expect(await living.faults()).toEqual([]);
  });
});
