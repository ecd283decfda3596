import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCatalogIndex } from '../testing/catalog-index-contract.js';
import { indexOperations, perform, RANDOM_TABLE } from '../testing/index-operations.js';
import { productRow } from '../testing/index-rows.js';
import { MemoryCatalogIndex } from './memory-index.js';
import { OverlayCatalogIndex } from './overlay-index.js';

describeCatalogIndex('OverlayCatalogIndex', (work) =>
  work(new OverlayCatalogIndex(new MemoryCatalogIndex())),
);

describe('OverlayCatalogIndex over an index with content', () => {
  it('answers as a copy of that index would, and leaves the index itself as it was', () => {
    fc.assert(
      fc.property(indexOperations, indexOperations, (before, operations) => {
        const below = new MemoryCatalogIndex();
        const copy = new MemoryCatalogIndex();
        for (const operation of before) {
          perform(below, operation);
          perform(copy, operation);
        }
        const content = below.scan(RANDOM_TABLE, {});
        const overlay = new OverlayCatalogIndex(below);
        for (const operation of operations) {
          expect(perform(overlay, operation)).toEqual(perform(copy, operation));
        }
        expect(overlay.scan(RANDOM_TABLE, {})).toEqual(copy.scan(RANDOM_TABLE, {}));
        expect(below.scan(RANDOM_TABLE, {})).toEqual(content);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the first visible rows behind many that it hides', () => {
    const below = new MemoryCatalogIndex();
    for (let id = 1; id <= 300; id += 1) below.put('products', productRow(id, { listed: 1 }));
    const overlay = new OverlayCatalogIndex(below);
    for (let id = 1; id <= 290; id += 1) overlay.put('products', productRow(id, { listed: 0 }));
    const listed = overlay.scan('products', { by: 'byListed', equals: [1], limit: 3 });
    expect(listed.map(({ id }) => id)).toEqual([291, 292, 293]);
    expect(overlay.count('products', { by: 'byListed', equals: [1] })).toBe(10);
    expect(overlay.scan('products', { by: 'byListed', equals: [1], after: [299], limit: 3 })).toHaveLength(1);
  });
});
