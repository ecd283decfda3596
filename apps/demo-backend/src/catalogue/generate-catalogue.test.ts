import { describe, expect, it } from 'vitest';
import { createDemoBackend } from '../backend.js';
import type { Catalogue } from './catalogue.js';
import { childrenOf } from './category-tree.js';
import { generateCatalogue } from './generate-catalogue.js';

function listedIn(catalogue: Catalogue, code: string): number {
  const store = catalogue.store(code);
  return store === undefined ? -1 : catalogue.index.listed(store).length;
}

function reachable(catalogue: Catalogue, id: number): number {
  const active = childrenOf(catalogue, id).filter((category) => category.isActive);
  return active.reduce((sum, category) => sum + 1 + reachable(catalogue, category.id), 0);
}

describe('generateCatalogue', () => {
  it.each([
    [1, 1, 1],
    [7, 3, 2],
    [20, 12, 2],
    [99, 40, 3],
    [1500, 40, 2],
    [5000, 300, 4],
  ])(
    'makes exactly %i listed products and %i reachable categories in %i stores',
    (products, categories, stores) => {
      const catalogue = generateCatalogue({ products, categories, stores, seed: 11 });
      expect(listedIn(catalogue, 'en')).toBe(products);
      expect(reachable(catalogue, catalogue.defaultStore.rootCategoryId)).toBe(categories);
      expect(catalogue.stores).toHaveLength(stores);
      if (stores > 1) expect(listedIn(catalogue, 'de')).toBe(Math.floor(products * 0.6 + 1e-9));
    },
  );

  it('holds every kind of product from twenty on', () => {
    const catalogue = generateCatalogue({ products: 21, categories: 12, stores: 2, seed: 4 });
    const products = [...catalogue.products.values()];
    expect(new Set(products.map((product) => product.type)).size).toBe(7);
    expect(new Set(products.map((product) => product.visibility))).toContain('search');
    expect(products.some((product) => !product.enabled)).toBe(true);
    expect(products.some((product) => product.visibility === 'catalog_search' && !product.inStock)).toBe(
      true,
    );
    expect(products.some((product) => product.allOptions && product.tiers === undefined)).toBe(true);
  });

  it('lets a simple and a configurable share a url key, and three simples another, on paths of their own', () => {
    const catalogue = generateCatalogue({ products: 21, categories: 12, stores: 1, seed: 4 });
    const groups = [...catalogue.index.byUrlKey().values()].filter((group) => group.length > 1);
    expect(groups.map((group) => group.map((product) => product.type).sort())).toEqual(
      expect.arrayContaining([
        ['configurable', 'simple'],
        ['simple', 'simple', 'simple'],
      ]),
    );
    const paths = [...catalogue.products.values()].map((product) => product.urlPath);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('gives the same answers for the same seed and other ones for another', async () => {
    const answer = async (seed: number) => {
      const catalogue = generateCatalogue({ products: 60, categories: 12, stores: 2, seed });
      const backend = createDemoBackend({ catalogue, now: () => 0 });
      return (
        await backend.fetch('https://shop.test/api/rest/v2/products?fullDetail=1&itemsPerPage=60')
      ).text();
    };
    expect(await answer(5)).toBe(await answer(5));
    expect(await answer(5)).not.toBe(await answer(6));
  });

  it('has an inactive branch whose child the flat listing shows all the same', async () => {
    const catalogue = generateCatalogue({ products: 30, categories: 20, stores: 1, seed: 1 });
    const backend = createDemoBackend({ catalogue });
    const answer = await backend.fetch(
      'https://shop.test/api/rest/v2/categories?parentId[gt]=0&itemsPerPage=500',
    );
    expect(await answer.json()).toMatchObject({ totalItems: 21 });
  });

  it('names the number that makes no sense', () => {
    expect(() => generateCatalogue({ products: 0, categories: 1, stores: 1, seed: 1 })).toThrow(/products/);
  });
});
