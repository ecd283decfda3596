import { expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import type { IndexRow, IndexTableName } from '../catalog-index/tables.js';
import type { SyncFault } from '../store-sync-options.js';
import { StagedShop, serverError } from './testing/staged-shop.js';

/** An index whose storage refuses content. */
class BrokenIndex extends MemoryCatalogIndex {
  override put<T extends IndexTableName>(table: T, row: IndexRow<T>): void {
    if (table === 'contents') throw new TypeError('The disk is full');
    super.put(table, row);
  }
}

function tracedStore(index: MemoryCatalogIndex) {
  const staged = new StagedShop(1);
  staged.addContent(staged.shop.pages, 1, 'about');
  const faults: SyncFault[] = [];
  return { staged, faults, store: staged.store({ index, onFault: (fault) => faults.push(fault) }) };
}

it('tells of the error that ended a run, with its stack and where the run was', async () => {
  const { faults, store } = tracedStore(new BrokenIndex());
  const run = await store.run();
  expect(run.report.failed.at(-1)?.reason).toBe('Unexpected: The disk is full');
  expect(faults).toEqual([{ store: 'en', run: run.id, stage: 'cms-pages', error: expect.any(TypeError) }]);
  expect(Reflect.get(Object(faults[0]?.error), 'stack')).toContain('BrokenIndex.put');
});

it('tells of nothing that a report explains', async () => {
  const { faults, staged, store } = tracedStore(new MemoryCatalogIndex());
  staged.override = (path) => (path.startsWith('/store-config') ? serverError() : null);
  expect((await store.run()).state).toBe('failed');
  expect(faults).toEqual([]);
});
