import { describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { DueTable } from './due-table.js';

describe('DueTable', () => {
  it('keeps the earliest time of an entity, with its reason', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    due.set('product', 1, 300, 'detail-age');
    due.set('product', 1, 500, 'window');
    expect(due.get('product', 1)).toMatchObject({ id: 1, at: 300, reason: 'detail-age', attempts: 0 });
    due.set('product', 1, 100, 'changed');
    expect(due.get('product', 1)).toMatchObject({ id: 1, at: 100, reason: 'changed', attempts: 0 });
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

  it('keeps a second look that is still to come when something makes an entity due earlier', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    due.replace('product', 1, { at: 500, reason: 'second-look' });
    due.set('product', 1, 100, 'moved');
    const work = due.get('product', 1);
    expect(work).toMatchObject({ at: 100, reason: 'moved', secondLookAt: 500 });
    due.settle('product', 1, work, { at: 9_000, reason: 'detail-age' });
    expect(due.get('product', 1)).toMatchObject({ at: 500, reason: 'second-look', secondLookAt: 0 });
  });

  it('keeps it over a failure, and forgets it with an entity that is gone', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    due.replace('product', 1, { at: 500, reason: 'second-look' });
    due.request('product', 1, 100);
    due.settle('product', 1, due.get('product', 1), { at: 160, reason: 'retry', attempts: 1 });
    expect(due.get('product', 1)).toMatchObject({ at: 160, reason: 'retry', secondLookAt: 500 });
    due.settle('product', 1, due.get('product', 1), null);
    expect(due.get('product', 1)).toBeNull();
  });

  it('does not take work for done that was asked for again while it was at hand', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    due.request('product', 1, 100);
    const work = due.get('product', 1);
    due.request('product', 1, 100);
    due.settle('product', 1, work, { at: 9_000, reason: 'detail-age' });
    const again = due.get('product', 1);
    expect(again).toMatchObject({ reason: 'requested' });
    expect(again?.at).toBeLessThanOrEqual(100);
    due.settle('product', 1, again, { at: 9_000, reason: 'detail-age' });
    expect(due.get('product', 1)).toMatchObject({ at: 9_000, reason: 'detail-age' });
  });

  it('takes what is due for one reason, and counts it whenever it is due', () => {
    const due = new DueTable(new MemoryCatalogIndex());
    due.request('product', 1, 100);
    due.request('product', 2, 100);
    due.request('category', 3, 100);
    due.set('product', 4, 50, 'changed');
    due.replace('product', 5, { at: 900, reason: 'retry', attempts: 2 });
    expect(due.takeFor('requested', 'product', 100, 10).map(({ id }) => id)).toEqual([1, 2]);
    expect(due.takeFor('requested', 'product', 99, 10)).toEqual([]);
    expect(due.takeFor('requested', 'product', 100, 1)).toHaveLength(1);
    expect((['requested', 'retry', 'window'] as const).map((reason) => due.countOf(reason))).toEqual([
      3, 1, 0,
    ]);
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
