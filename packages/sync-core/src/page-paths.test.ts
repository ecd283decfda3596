import { describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from './catalog-index/memory-index.js';
import { pagePaths, productSlug } from './page-paths.js';
import { categoryRow, contentRow, productRow } from './testing/index-rows.js';

function index() {
  const filled = new MemoryCatalogIndex();
  filled.put('categories', categoryRow(3, { path: 'women', inTree: 1 }));
  filled.put('categories', categoryRow(4, { path: 'hidden', inTree: 0 }));
  filled.put('contents', contentRow(1, { type: 'cms-page', address: 'about/us' }));
  filled.put('contents', contentRow(2, { type: 'blog-post', address: 'news' }));
  for (const id of [1, 2, 3])
    filled.put('products', productRow(id, { slug: `tee:${id}`, listed: id === 2 ? 0 : 1 }));
  filled.put('products', productRow(4, { slug: '', listed: 1 }));
  return filled;
}

const ALL = ['', 'women', 'about/us', 'blog/news', 'tee:1', 'tee:3'];

describe('pagePaths', () => {
  it('are home, categories in the tree, content and listed products with an address', () => {
    expect(pagePaths(index(), null, 100)).toEqual({ paths: ALL, next: null });
  });

  it.each([1, 2, 3, 5])('are all there, each once, in parts of %i', (limit) => {
    const paths: string[] = [];
    let cursor: string | null = null;
    do {
      const part = pagePaths(index(), cursor, limit);
      expect(part.paths.length).toBeLessThanOrEqual(limit);
      paths.push(...part.paths);
      cursor = part.next;
    } while (cursor !== null);
    expect(paths).toEqual(ALL);
  });

  it('refuse a cursor that is none', () => {
    expect(() => pagePaths(index(), 'nowhere:1', 10)).toThrow(RangeError);
  });
});

describe('productSlug', () => {
  it.each([
    ['a product with a page', { slug: 'tee', card: '{}' }, 'tee'],
    ['one that is in no listing', { slug: 'tee', card: '{}', listed: 0 }, 'tee'],
    ['one without an address', { slug: '', card: '{}' }, null],
    ['one whose record was not written yet', { slug: 'tee', card: '' }, null],
  ])('of %s: %j is %j', (_what, fields, slug) => {
    const filled = new MemoryCatalogIndex();
    filled.put('products', productRow(7, fields));
    expect(productSlug(filled, 7)).toBe(slug);
  });

  it('is null for a product that is not known', () => {
    expect(productSlug(new MemoryCatalogIndex(), 7)).toBeNull();
  });
});
