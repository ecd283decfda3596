import { describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from './catalog-index/memory-index.js';
import { DueTable } from './due/due-table.js';
import { pageEntityAt } from './page-entity.js';
import { categoryRow, contentRow, productRow } from './testing/index-rows.js';

function filledIndex() {
  const index = new MemoryCatalogIndex();
  index.put('products', productRow(1, { slug: 'tee', detailAt: 500 }));
  index.put('products', productRow(2, { slug: '' }));
  index.put('categories', categoryRow(3, { path: 'women/tops', orderReadAt: 700 }));
  index.put('categories', categoryRow(4, { path: 'hidden', inTree: 0 }));
  index.put('contents', contentRow(5, { type: 'cms-page', address: 'about' }));
  index.put('redirects', { path: 'old-tee', type: 'product', id: 1, dirty: 0 });
  index.put('redirects', { path: 'ladies', type: 'category', id: 3, dirty: 0 });
  index.put('redirects', { path: 'about-us', type: 'cms-page', id: 5, dirty: 0 });
  index.put('redirects', { path: 'gone', type: 'product', id: 99, dirty: 0 });
  return index;
}

describe('pageEntityAt', () => {
  it.each([
    ['tee', { type: 'product', id: 1, lookedAt: 500 }],
    ['women/tops', { type: 'category', id: 3, lookedAt: 700 }],
    ['old-tee', { type: 'product', id: 1, lookedAt: 500 }],
    ['ladies', { type: 'category', id: 3, lookedAt: 700 }],
  ])('finds what is at %s, or where that leads', (path, entity) => {
    expect(pageEntityAt(filledIndex(), path)).toEqual({ ...entity, isAwaited: false });
  });

  it.each(['', 'nowhere', 'hidden', 'about', 'about-us', 'gone', 'tee/'])('finds nothing at %j', (path) => {
    expect(pageEntityAt(filledIndex(), path)).toBeNull();
  });

  it('knows what is going to be looked at by id anyway, and what is only due', () => {
    const index = filledIndex();
    const due = new DueTable(index);
    const isAwaited = () => pageEntityAt(index, 'tee')?.isAwaited;
    due.set('product', 1, 1_000, 'detail-age');
    expect(isAwaited()).toBe(false);
    due.request('product', 1, 900);
    expect(isAwaited()).toBe(true);
    due.replace('product', 1, { at: 2_000, reason: 'retry', attempts: 1 });
    expect(isAwaited()).toBe(true);
    due.replace('product', 1, null);
    expect(isAwaited()).toBe(false);
  });
});
