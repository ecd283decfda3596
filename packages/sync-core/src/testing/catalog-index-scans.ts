import { expect, it } from 'vitest';
import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex, IndexScan } from '../ports/catalog-index.js';
import type { OpenIndex } from './catalog-index-contract.js';
import { contentRow } from './index-rows.js';

/** In the order of `byAddress`: type, address, rank, then the id. */
const CONTENTS: readonly IndexRow<'contents'>[] = [
  contentRow(9, { type: 'block', address: 'a' }),
  contentRow(4, { address: 'a', rank: 0 }),
  contentRow(2, { address: 'a', rank: 1 }),
  contentRow(3, { address: 'a', rank: 1 }),
  contentRow(1, { address: 'b', rank: 0 }),
  contentRow(5, { address: 'c', rank: 0 }),
];

/** The same text in ascending order of its UTF-8 bytes; UTF-16 would put the last three the other way round. */
const TEXTS = ['', 'A', 'Z', 'a', 'a-b', 'ab', 'é', '中', '\ue000', '\uffee', '𐀀', '😀'];

/** Which ids a scan must find, in order. */
const SCANS: readonly { title: string; scan: IndexScan; ids: number[] }[] = [
  { title: 'all rows by primary key', scan: {}, ids: [9, 1, 2, 3, 4, 5] },
  { title: 'all rows by an index', scan: { by: 'byAddress' }, ids: [9, 4, 2, 3, 1, 5] },
  { title: 'equals on one key column', scan: { equals: ['block'] }, ids: [9] },
  { title: 'equals on the whole key', scan: { equals: ['cms-page', 2] }, ids: [2] },
  {
    title: 'equals on two index columns',
    scan: { by: 'byAddress', equals: ['cms-page', 'a'] },
    ids: [4, 2, 3],
  },
  {
    title: 'equals on all index columns, ties by primary key',
    scan: { by: 'byAddress', equals: ['cms-page', 'a', 1] },
    ids: [2, 3],
  },
  { title: 'after one column', scan: { equals: ['cms-page'], after: [2] }, ids: [3, 4, 5] },
  { title: 'after a tuple over two columns', scan: { after: ['cms-page', 3] }, ids: [4, 5] },
  {
    title: 'after a tuple that ends inside the primary key',
    scan: { by: 'byAddress', equals: ['cms-page'], after: ['a', 1, 2] },
    ids: [3, 1, 5],
  },
  {
    title: 'after a tuple that no row has',
    scan: { by: 'byAddress', after: ['cms-page', 'a', 0, 99] },
    ids: [2, 3, 1, 5],
  },
  {
    title: 'after a shorter tuple, which skips all its rows',
    scan: { by: 'byAddress', after: ['cms-page', 'a'] },
    ids: [1, 5],
  },
  {
    title: 'up to a value, that value included',
    scan: { by: 'byAddress', equals: ['cms-page'], upTo: 'b' },
    ids: [4, 2, 3, 1],
  },
  {
    title: 'up to a value of the first column',
    scan: { by: 'byAddress', upTo: 'block' },
    ids: [9],
  },
  {
    title: 'after and up to together',
    scan: { by: 'byAddress', equals: ['cms-page'], after: ['a', 1, 2], upTo: 'b' },
    ids: [3, 1],
  },
  {
    title: 'after, up to and a limit',
    scan: { equals: ['cms-page'], after: [1], upTo: 4, limit: 2 },
    ids: [2, 3],
  },
  {
    title: 'the last rows first',
    scan: { by: 'byAddress', equals: ['cms-page'], descending: true, limit: 2 },
    ids: [5, 1],
  },
  {
    title: 'the last rows first, between two bounds',
    scan: { by: 'byAddress', equals: ['cms-page'], after: ['a', 0], upTo: 'b', descending: true },
    ids: [1, 3, 2],
  },
  { title: 'a limit', scan: { by: 'byAddress', limit: 2 }, ids: [9, 4] },
  { title: 'a limit above the number of rows', scan: { limit: 100 }, ids: [9, 1, 2, 3, 4, 5] },
  { title: 'a limit of nothing', scan: { limit: 0 }, ids: [] },
  { title: 'a value that no row has', scan: { equals: ['nobody'] }, ids: [] },
  { title: 'an empty range', scan: { equals: ['cms-page'], after: [4], upTo: 2 }, ids: [] },
];

export function describeIndexScans(open: OpenIndex): void {
  const filled = (index: CatalogIndex) => {
    for (const row of [...CONTENTS].reverse()) index.put('contents', row);
    return index;
  };

  it.each(SCANS)('scans $title', ({ scan, ids }) =>
    open((index) => {
      expect(
        filled(index)
          .scan('contents', scan)
          .map(({ id }) => id),
      ).toEqual(ids);
    }),
  );

  it.each(SCANS.filter(({ scan }) => !scan.after && scan.limit === undefined))(
    'counts $title',
    ({ scan, ids }) =>
      open((index) => {
        expect(filled(index).count('contents', scan)).toBe(ids.length);
      }),
  );

  it('orders text by its UTF-8 bytes, so the rest of Unicode comes after the basic plane', () =>
    open((index) => {
      for (const name of [...TEXTS].reverse()) index.put('meta', { name, value: '' });
      expect(index.scan('meta', {}).map(({ name }) => name)).toEqual(TEXTS);
      const astral = { after: ['\uffee'], upTo: '𐀀' };
      expect(index.scan('meta', astral).map(({ name }) => name)).toEqual(['𐀀']);
    }));

  it('orders integers by value, not by their digits', () =>
    open((index) => {
      for (const id of [100, 9, 20, -3]) {
        index.put('due', { type: 'product', id, at: id, reason: 'changed', attempts: 0, secondLookAt: 0 });
      }
      const ids = (scan: IndexScan) => index.scan('due', scan).map(({ id }) => id);
      expect(ids({ by: 'byTime', equals: ['product'] })).toEqual([-3, 9, 20, 100]);
      expect(ids({ equals: ['product'], after: [9] })).toEqual([20, 100]);
      expect(ids({ by: 'byAt', upTo: 20 })).toEqual([-3, 9, 20]);
    }));

  it('walks a table page by page without a gap or a repeat, rows deleted on the way included', () =>
    open((index) => {
      filled(index);
      const walked: number[] = [];
      let after: (string | number)[] | undefined;
      for (;;) {
        const [row] = index.scan('contents', { by: 'byAddress', limit: 1, ...(after ? { after } : {}) });
        if (!row) break;
        walked.push(row.id);
        after = [row.type, row.address, row.rank, row.id];
        index.delete('contents', [row.type, row.id]);
      }
      expect(walked).toEqual(CONTENTS.map(({ id }) => id));
      expect(index.count('contents', {})).toBe(0);
    }));

  it('refuses an index that the table does not have', () =>
    open((index) => {
      expect(() => index.scan('meta', { by: 'byMoon' })).toThrow(/no index "byMoon"/);
      expect(() => index.count('meta', { by: 'byMoon' })).toThrow(/no index "byMoon"/);
    }));
}
