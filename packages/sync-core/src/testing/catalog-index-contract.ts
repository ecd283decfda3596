import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogIndex } from '../ports/catalog-index.js';
import { describeIndexScans } from './catalog-index-scans.js';
import { indexOperations, perform, RANDOM_TABLE } from './index-operations.js';
import { categoryRow, contentRow, productRow } from './index-rows.js';
import { NaiveIndex } from './naive-index.js';

/** Opens an empty index and hands it to `work`, inside whatever the platform wants around its storage. */
export type OpenIndex = (work: (index: CatalogIndex) => void) => void | Promise<void>;

export interface IndexDurability {
  /** Hands an empty index to `first`, closes it, opens the same storage again and hands that to `then`. */
  reopen?: (
    first: (index: CatalogIndex) => void,
    then: (index: CatalogIndex) => void,
  ) => void | Promise<void>;
}

/** What every `CatalogIndex` promises. Plain vitest, so that it runs in Node and in workerd. */
export function describeCatalogIndex(name: string, open: OpenIndex, durability: IndexDurability = {}): void {
  describe(`${name} as a CatalogIndex`, () => {
    describeRows(open);
    describeIndexScans(open);
    describeTransactions(open);
    describeRowsWritten(open);

    it('answers any series of operations as the obvious model does', () =>
      open((index) => {
        fc.assert(
          fc.property(indexOperations, (operations) => {
            for (const { type, id } of index.scan(RANDOM_TABLE, {})) index.delete(RANDOM_TABLE, [type, id]);
            const model = new NaiveIndex();
            for (const operation of operations) {
              expect(perform(index, operation)).toEqual(perform(model, operation));
            }
            expect(index.scan(RANDOM_TABLE, {})).toEqual(model.scan(RANDOM_TABLE, {}));
          }),
          { numRuns: 150 },
        );
      }));

    const { reopen } = durability;
    if (!reopen) return;
    it('holds its content when it is opened again', () =>
      reopen(
        (index) => index.put('products', productRow(7, { urlKey: 'lamp', listed: 1 })),
        (index) => {
          expect(index.get('products', [7])).toEqual(productRow(7, { urlKey: 'lamp', listed: 1 }));
          expect(index.scan('products', { by: 'byUrlKey', equals: ['lamp'] })).toHaveLength(1);
        },
      ));
  });
}

function describeRows(open: OpenIndex): void {
  it('gives a row back as it was put, with every column', () =>
    open((index) => {
      const row = productRow(3, { urlKey: 'täst 😀', missing: Date.UTC(2026, 10, 23), card: '{"a":"\'"}' });
      index.put('products', row);
      expect(index.get('products', [3])).toEqual(row);
    }));

  it('gives nothing for a key that no row has', () =>
    open((index) => {
      index.put('contents', contentRow(1));
      expect(index.get('contents', ['cms-page', 2])).toBeUndefined();
      expect(index.get('contents', ['block', 1])).toBeUndefined();
    }));

  it('replaces the row with the same primary key, in every order', () =>
    open((index) => {
      index.put('products', productRow(3, { urlKey: 'old' }));
      index.put('products', productRow(3, { urlKey: 'new' }));
      expect(index.scan('products', {})).toEqual([productRow(3, { urlKey: 'new' })]);
      expect(index.scan('products', { by: 'byUrlKey', equals: ['old'] })).toEqual([]);
      expect(index.scan('products', { by: 'byUrlKey', equals: ['new'] })).toHaveLength(1);
    }));

  it('takes a row whose columns all belong to its key twice', () =>
    open((index) => {
      const row = { childId: 1, parentId: 2, kind: 'part' };
      index.put('relations', row);
      index.put('relations', row);
      expect(index.scan('relations', { equals: [1] })).toEqual([row]);
    }));

  it('deletes one row and no other, and does nothing for a row that is not there', () =>
    open((index) => {
      for (const id of [1, 2]) index.put('contents', contentRow(id));
      index.delete('contents', ['cms-page', 1]);
      index.delete('contents', ['cms-page', 9]);
      expect(index.scan('contents', {})).toEqual([contentRow(2)]);
      expect(index.scan('contents', { by: 'byAddress', equals: ['cms-page', 'page-1'] })).toEqual([]);
    }));

  it('hands out rows that are nobody else’s: changing one changes nothing in the index', () =>
    open((index) => {
      const put = categoryRow(1);
      index.put('categories', put);
      put.path = 'changed';
      const got = index.get('categories', [1]);
      if (got) got.path = 'changed';
      for (const row of index.scan('categories', {})) row.path = 'changed';
      expect(index.get('categories', [1])?.path).toBe('category-1');
    }));

  it('keeps integers up to the largest safe one', () =>
    open((index) => {
      index.put('due', {
        type: 'product',
        id: 1,
        at: Number.MAX_SAFE_INTEGER,
        reason: 'retry',
        attempts: 0,
        secondLookAt: 0,
      });
      expect(index.get('due', ['product', 1])?.at).toBe(Number.MAX_SAFE_INTEGER);
    }));
}

function describeTransactions(open: OpenIndex): void {
  const failing = (index: CatalogIndex, work: () => void) =>
    index.transaction(() => {
      work();
      throw new RangeError('half-way');
    });

  it('leaves no trace of a transaction that throws, and throws the same error', () =>
    open((index) => {
      index.put('contents', contentRow(1));
      index.put('contents', contentRow(2));
      const work = () => {
        index.put('contents', contentRow(1, { address: 'moved' }));
        index.delete('contents', ['cms-page', 2]);
        index.put('contents', contentRow(3));
        index.delete('contents', ['cms-page', 1]);
      };
      expect(() => failing(index, work)).toThrow(new RangeError('half-way'));
      expect(index.scan('contents', {})).toEqual([contentRow(1), contentRow(2)]);
      expect(index.scan('contents', { by: 'byAddress', equals: ['cms-page', 'moved'] })).toEqual([]);
      expect(index.scan('contents', { by: 'byAddress', equals: ['cms-page', 'page-1'] })).toHaveLength(1);
    }));

  it('shows a transaction its own writes and returns what its work returns', () =>
    open((index) => {
      const seen = index.transaction(() => {
        index.put('meta', { name: 'sum', value: 'x' });
        return index.get('meta', ['sum'])?.value;
      });
      expect(seen).toBe('x');
      expect(index.get('meta', ['sum'])?.value).toBe('x');
    }));

  it('undoes a nested transaction with the outer one', () =>
    open((index) => {
      const work = () => index.transaction(() => index.put('meta', { name: 'sum', value: 'x' }));
      expect(() => failing(index, work)).toThrow(RangeError);
      expect(index.get('meta', ['sum'])).toBeUndefined();
    }));

  it('joins a nested transaction to the outer one, whose decision counts', () =>
    open((index) => {
      index.transaction(() => {
        const inner = () => failing(index, () => index.put('meta', { name: 'sum', value: 'x' }));
        expect(inner).toThrow(RangeError);
      });
      expect(index.get('meta', ['sum'])?.value).toBe('x');
    }));

  it('begins a new transaction after one that failed', () =>
    open((index) => {
      expect(() => failing(index, () => {})).toThrow(RangeError);
      index.transaction(() => index.put('meta', { name: 'sum', value: 'y' }));
      expect(() => failing(index, () => index.delete('meta', ['sum']))).toThrow(RangeError);
      expect(index.get('meta', ['sum'])?.value).toBe('y');
    }));
}

function describeRowsWritten(open: OpenIndex): void {
  it('counts rows that are put and deleted, and nothing for reading', () =>
    open((index) => {
      const atFirst = index.rowsWritten;
      index.put('meta', { name: 'sum', value: 'x' });
      index.put('meta', { name: 'writes', value: 'y' });
      const afterPuts = index.rowsWritten;
      expect(afterPuts - atFirst).toBeGreaterThanOrEqual(2);
      index.get('meta', ['sum']);
      index.scan('meta', {});
      index.count('meta', {});
      index.delete('meta', ['nobody']);
      expect(index.rowsWritten).toBe(afterPuts);
      index.delete('meta', ['sum']);
      expect(index.rowsWritten).toBeGreaterThan(afterPuts);
    }));
}
