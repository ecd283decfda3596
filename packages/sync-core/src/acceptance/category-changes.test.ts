import type { Category } from '@maho-storefront/demo-backend';
import { describe, expect, it } from 'vitest';
import { flatTree, reachableCategories } from './testing/expected-tree.js';
import { nth } from './testing/json-object.js';
import { listedIds, recordAt, recordsOf, redirectFrom } from './testing/kv-contents.js';
import { LivingShop } from './testing/living-shop.js';

const nodes = ({ store }: LivingShop) => flatTree(recordAt(store, 'categories', 'en:categories') ?? []);
const pathOf = (living: LivingShop, id: number) => nodes(living).find((node) => node.id === id)?.path;

/** A top category with grandchildren, and everything below it with its present paths. */
function aBranch(living: LivingShop): { top: Category; below: { id: number; path: string }[] } {
  const found = nodes(living).find((node) => node.children.some(({ children }) => children.length > 0));
  const top = reachableCategories(living.shop.catalogue, 'en').find(({ id }) => id === found?.id);
  if (!found || !top) throw new RangeError('The shop has no branch of three levels');
  return { top, below: flatTree(found.children).map(({ id, path }) => ({ id, path })) };
}

describe('a category', () => {
  it('takes its whole subtree along when its url key changes, and every old path redirects', async () => {
    const living = await LivingShop.open();
    const { top, below } = aBranch(living);
    const before = pathOf(living, top.id) ?? '';
    living.edit.updateCategory(top.id, { urlKey: 'new-branch', name: 'New branch' });
    await living.follow();
    expect(pathOf(living, top.id)).toBe('new-branch');
    expect(redirectFrom(living.store, before)).toBe('new-branch');
    expect(below.length).toBeGreaterThan(2);
    for (const { id, path } of below) {
      expect(redirectFrom(living.store, path)).toBe(path.replace(before, 'new-branch'));
      expect(recordAt(living.store, 'category', `en:category:${id}`)?.path).toBe(
        path.replace(before, 'new-branch'),
      );
    }
    expect(nodes(living).find(({ id }) => id === top.id)?.name).toBe('New branch');
    expect(await living.faults()).toEqual([]);
  });

  it('leaves no chain of redirects when it is renamed twice', async () => {
    const living = await LivingShop.open();
    const { top, below } = aBranch(living);
    const before = pathOf(living, top.id) ?? '';
    living.edit.updateCategory(top.id, { urlKey: 'once' });
    await living.follow();
    living.edit.updateCategory(top.id, { urlKey: 'twice' });
    await living.follow();
    for (const { path } of below) {
      expect(redirectFrom(living.store, path)).toBe(path.replace(before, 'twice'));
      expect(redirectFrom(living.store, path.replace(before, 'once'))).toBe(path.replace(before, 'twice'));
    }
    expect(await living.faults()).toEqual([]);
  });

  it('hangs elsewhere after a move, with redirects for its subtree and new totals on both sides', async () => {
    const living = await LivingShop.open();
    const { below } = aBranch(living);
    const moved = nth(below, 0);
    const target = nth(
      nodes(living).filter(({ level, path }) => level === 2 && !moved.path.startsWith(`${path}/`)),
      0,
    );
    const subtree = nodes(living).filter(
      ({ path }) => path === moved.path || path.startsWith(`${moved.path}/`),
    );
    living.edit.moveCategory(moved.id, target.id);
    await living.follow();
    const path = pathOf(living, moved.id) ?? '';
    expect(path.startsWith(`${target.path}/`)).toBe(true);
    for (const node of subtree) {
      expect(redirectFrom(living.store, node.path)).toBe(node.path.replace(moved.path, path));
    }
    const inside = listedIds(living.store, moved.id);
    expect(listedIds(living.store, target.id)).toEqual(expect.arrayContaining(inside));
    expect(await living.faults()).toEqual([]);
  });

  it('is gone with everything below it when it is deleted, its products stay', async () => {
    const living = await LivingShop.open();
    const { top, below } = aBranch(living);
    const before = pathOf(living, top.id) ?? '';
    const products = listedIds(living.store, top.id);
    living.edit.deleteCategory(top.id);
    await living.follow();
    const gone = new Set([top.id, ...below.map(({ id }) => id)]);
    expect(nodes(living).filter(({ id }) => gone.has(id))).toEqual([]);
    expect(recordsOf(living.store, 'category').filter(({ key }) => gone.has(key.id))).toEqual([]);
    expect(recordsOf(living.store, 'listing').filter(({ key }) => gone.has(key.categoryId))).toEqual([]);
    expect(redirectFrom(living.store, before)).toBeNull();
    expect(products.length).toBeGreaterThan(0);
    for (const id of products) expect(living.record(id)).not.toBeNull();
    expect(await living.faults()).toEqual([]);
    expect(await living.faultsAfterADay()).toEqual([]);
  });

  it('is gone with everything below it while it is not active, and back as it was afterwards', async () => {
    const living = await LivingShop.open();
    const { top, below } = aBranch(living);
    const before = nodes(living);
    living.edit.deactivateCategory(top.id);
    await living.follow();
    const gone = new Set([top.id, ...below.map(({ id }) => id)]);
    expect(nodes(living)).toHaveLength(before.length - gone.size);
    expect(recordsOf(living.store, 'listing').filter(({ key }) => gone.has(key.categoryId))).toEqual([]);
    expect(await living.faults()).toEqual([]);
    living.edit.updateCategory(top.id, { isActive: true });
    await living.follow();
    expect(nodes(living)).toEqual(before);
    expect(await living.faults()).toEqual([]);
  });

  it('is in tree, menu and listings when it is new', async () => {
    const living = await LivingShop.open();
    const { top } = aBranch(living);
    const id = living.edit.createCategory({ name: 'Fresh things', parentId: top.id });
    const product = living.aProduct();
    living.edit.setCategories(product.id, [id]);
    await living.follow();
    expect(pathOf(living, id)).toBe(`${pathOf(living, top.id)}/fresh-things`);
    expect(listedIds(living.store, id)).toEqual([product.id]);
    expect(living.store.kv.entries.get('en:menu')?.value).toContain('Fresh things');
    expect(await living.faults()).toEqual([]);
  });

  it('is out of the menu and still in the tree when the merchant says so', async () => {
    const living = await LivingShop.open();
    const { top } = aBranch(living);
    living.edit.updateCategory(top.id, { includeInMenu: false });
    await living.follow();
    const menu = recordAt(living.store, 'menu', 'en:menu') ?? [];
    expect(menu.map(({ id }) => id)).not.toContain(top.id);
    expect(nodes(living).map(({ id }) => id)).toContain(top.id);
    expect(await living.faults()).toEqual([]);
  });

  it('stands where the merchant puts it among its siblings', async () => {
    const living = await LivingShop.open();
    const { top } = aBranch(living);
    living.edit.updateCategory(top.id, { position: 99 });
    await living.follow();
    expect(recordAt(living.store, 'categories', 'en:categories')?.at(-1)?.id).toBe(top.id);
    expect(await living.faults()).toEqual([]);
  });

  it('loses the products of its subtree when it stops being an anchor', async () => {
    const living = await LivingShop.open();
    const { top } = aBranch(living);
    const before = listedIds(living.store, top.id).length;
    living.edit.updateCategory(top.id, { isAnchor: false });
    await living.follow();
    expect(listedIds(living.store, top.id).length).toBeLessThan(before);
    expect(await living.faults()).toEqual([]);
  });
});
