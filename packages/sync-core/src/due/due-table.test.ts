import { describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { DueTable } from './due-table.js';

describe('DueTable', () => {
  it('keeps the earliest time of an entity, with its reason', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    due.set('product', 1, 300, 'detail-age');
    due.set('product', 1, 500, 'window');
    expect(due.get('product', 1)).toEqual({ id: 1, at: 300, reason: 'detail-age', attempts: 0 });
    due.set('product', 1, 100, 'changed');
    expect(due.get('product', 1)).toEqual({ id: 1, at: 100, reason: 'changed', attempts: 0 });
  });

  it('keeps counting attempts when something else makes an entity due earlier', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    due.replace('product', 1, { at: 300, reason: 'retry', attempts: 3 });
    due.set('product', 1, 100, 'changed');
    expect(due.get('product', 1)?.attempts).toBe(3);
  });

  it('writes no row for what is due earlier already', () => {
    const index = new MemoryCatalogIndex();
    const due = new DueTable(index);
    due.set('product', 1, 100, 'changed');
    const written = index.rowsWritten;
    due.set('product', 1, 100, 'moved');
    due.set('product', 1, 101, 'moved');
    expect(index.rowsWritten).toBe(written);
  });

  it('lets a decision about an entity replace whatever was noted, a later time and an end included', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    due.set('product', 1, 100, 'changed');
    due.replace('product', 1, { at: 900, reason: 'detail-age', attempts: 0 });
    expect(due.get('product', 1)?.at).toBe(900);
    due.replace('product', 1, null);
    expect(due.get('product', 1)).toBeNull();
  });

  it('takes what has come due of one type, the longest waiting first, and leaves it noted', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    due.set('product', 1, 300, 'changed');
    due.set('product', 2, 100, 'changed');
    due.set('product', 3, 200, 'changed');
    due.set('product', 4, 301, 'changed');
    due.set('category', 5, 50, 'changed');
    expect(due.take('product', 300, 10).map(({ id }) => id)).toEqual([2, 3, 1]);
    expect(due.take('product', 300, 2).map(({ id }) => id)).toEqual([2, 3]);
    expect(due.count('product', 300)).toBe(3);
    expect(due.count('product', 99)).toBe(0);
  });

  it('knows when to wake up next, over all types', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    expect(due.nextAt()).toBeNull();
    due.set('product', 1, 300, 'changed');
    due.set('category', 9, 200, 'changed');
    expect(due.nextAt()).toBe(200);
    due.replace('category', 9, null);
    expect(due.nextAt()).toBe(300);
  });

  it('keeps a product and a category of one id apart', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    due.set('product', 1, 100, 'changed');
    due.replace('category', 1, null);
    expect(due.get('product', 1)?.at).toBe(100);
    expect(due.get('category', 1)).toBeNull();
  });
});
