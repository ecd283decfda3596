import { describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import type { IndexRow } from '../catalog-index/tables.js';
import { categoryRow, productRow } from '../testing/index-rows.js';
import { hasPage, lastResortAddress, numberedAddress, ProductClaims } from './product-claims.js';

type ProductFields = Partial<IndexRow<'products'>> & { id: number };

/** Slugs of products that are in the index together, by id. */
function slugs(products: readonly ProductFields[], categories: readonly IndexRow<'categories'>[] = []) {
  const index = new MemoryCatalogIndex();
  const rows = products.map(({ id, ...fields }) => productRow(id, fields));
  for (const row of rows) index.put('products', row);
  for (const row of categories) index.put('categories', row);
  const claims = new ProductClaims(index);
  return Object.fromEntries(rows.map((row) => [row.id, claims.slugFor(row)]));
}

describe('the owner of a url key', () => {
  it('is the only one who has it', () => {
    expect(slugs([{ id: 5, urlKey: 'lamp', path: 'lights/lamp' }])).toEqual({ 5: 'lamp' });
  });

  it('is the lowest id among products of one kind', () => {
    expect(slugs([3, 5, 8].map((id) => ({ id, urlKey: 'lamp' })))).toEqual({
      3: 'lamp',
      5: 'lamp-5',
      8: 'lamp-8',
    });
  });

  it.each(['configurable', 'grouped', 'bundle'])(
    'is a %s product before a simple one of a lower id',
    (type) => {
      expect(
        slugs([
          { id: 3, urlKey: 'lamp' },
          { id: 9, urlKey: 'lamp', type },
        ]),
      ).toEqual({ 3: 'lamp-3', 9: 'lamp' });
    },
  );

  it('may be unlisted, out of stock or found by search only: stock never moves an address', () => {
    const fields = { urlKey: 'lamp', listed: 0, missing: 1, visibility: 'search' };
    expect(
      slugs([
        { id: 3, ...fields },
        { id: 9, urlKey: 'lamp', listed: 1 },
      ]),
    ).toEqual({ 3: 'lamp', 9: 'lamp-9' });
  });

  it('is never a product that is not visible, which has no address at all', () => {
    expect(
      slugs([
        { id: 3, urlKey: 'lamp', visibility: 'not_visible', type: 'configurable', path: 'lamp' },
        { id: 9, urlKey: 'lamp' },
      ]),
    ).toEqual({ 3: '', 9: 'lamp' });
  });
});

describe('a product that does not own its url key', () => {
  it('has its path', () => {
    expect(
      slugs([
        { id: 3, urlKey: 'lamp' },
        { id: 5, urlKey: 'lamp', path: 'lights/lamp' },
      ]),
    ).toEqual({ 3: 'lamp', 5: 'lights/lamp' });
  });

  it('has its path only among those that need it: an owner’s second path is free', () => {
    expect(
      slugs([
        { id: 3, urlKey: 'lamp', path: 'lights/lamp' },
        { id: 5, urlKey: 'lamp', path: 'lights/lamp' },
      ]),
    ).toEqual({ 3: 'lamp', 5: 'lights/lamp' });
  });

  it('never has a path that is another’s url key', () => {
    expect(
      slugs([
        { id: 3, urlKey: 'lamp' },
        { id: 5, urlKey: 'lamp', path: 'desk-lamp' },
        { id: 8, urlKey: 'desk-lamp' },
      ]),
    ).toEqual({ 3: 'lamp', 5: 'lamp-5', 8: 'desk-lamp' });
  });

  it('has its numbered url key where its path is gone too', () => {
    const path = 'lights/lamp';
    expect(
      slugs([
        { id: 3, urlKey: 'lamp' },
        { id: 5, urlKey: 'lamp', path },
        { id: 8, urlKey: 'lamp', path },
      ]),
    ).toEqual({ 3: 'lamp', 5: path, 8: 'lamp-8' });
  });

  it.each([
    ['url key', { id: 8, urlKey: 'lamp-5' }],
    ['path', { id: 2, urlKey: 'lamp', path: 'lamp-5' }],
  ])('has the address by its id where its numbered one is another’s %s', (_what, other) => {
    const all = slugs([{ id: 1, urlKey: 'lamp' }, { id: 5, urlKey: 'lamp' }, other]);
    expect(all[5]).toBe('catalog/product/view/id/5');
    expect(all[other.id]).toBe('lamp-5');
  });

  it('has the address by its id where it has neither url key nor path', () => {
    expect(slugs([{ id: 5, urlKey: '', path: '' }])).toEqual({ 5: lastResortAddress(5) });
    expect(numberedAddress({ id: 5, urlKey: '' })).toBe('');
  });
});

describe('an address that no product may have', () => {
  it('is one of the storefront’s own, as a url key and as a path', () => {
    expect(
      slugs([
        { id: 3, urlKey: 'cart', path: 'search/lamp' },
        { id: 5, urlKey: 'Blog', path: 'blog-lamp' },
      ]),
    ).toEqual({ 3: 'cart-3', 5: 'blog-lamp' });
  });

  it('is the path of a category in the tree', () => {
    const lights = categoryRow(4, { path: 'lights' });
    expect(slugs([{ id: 3, urlKey: 'lights' }], [lights])).toEqual({ 3: 'lights-3' });
    expect(slugs([{ id: 3, urlKey: 'lights' }], [{ ...lights, inTree: 0 }])).toEqual({ 3: 'lights' });
  });

  it('is one that is too long for a key, counted in bytes', () => {
    const long = 'ü'.repeat(201);
    const fits = 'u'.repeat(400);
    expect(slugs([{ id: 3, urlKey: long }])).toEqual({ 3: 'catalog/product/view/id/3' });
    expect(slugs([{ id: 3, urlKey: fits }])).toEqual({ 3: fits });
    expect(slugs([{ id: 3, urlKey: long, path: 'lamp' }])).toEqual({ 3: 'lamp' });
  });
});

describe('hasPage', () => {
  it('is false for products that are not visible alone', () => {
    const visibilities = ['not_visible', 'catalog', 'search', 'catalog_search'];
    expect(visibilities.map((visibility) => hasPage({ visibility }))).toEqual([false, true, true, true]);
  });
});
