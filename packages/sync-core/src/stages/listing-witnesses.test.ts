import { describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { productRow } from '../testing/index-rows.js';
import { areWitnessesShown, listingWitnesses } from './listing-witnesses.js';

function indexWith(listed: readonly number[], others: readonly number[] = []): MemoryCatalogIndex {
  const index = new MemoryCatalogIndex();
  for (const id of listed) index.put('products', productRow(id, { listed: 1 }));
  for (const id of others) index.put('products', productRow(id, { listed: 0 }));
  return index;
}

const hundred = Array.from({ length: 100 }, (_, n) => n + 1);

describe('witnesses of a listing', () => {
  it('stand at the lower end of the ids, in the middle and at the upper end', () => {
    expect(listingWitnesses(indexWith(hundred, [101, 102]), new Set([50]))).toEqual([
      [1, 2],
      [51, 52],
      [100, 99],
    ]);
  });

  it('are none of those that are asked for, also where these are all at one end', () => {
    const asked = new Set(hundred.filter((id) => id <= 10 || id > 90));
    expect(listingWitnesses(indexWith(hundred), asked)).toEqual([
      [11, 12],
      [51, 52],
      [90, 89],
    ]);
  });

  it('are fewer in a small shop, and none where everything is asked for', () => {
    expect(listingWitnesses(indexWith([1, 2, 3]), new Set([1, 2]))).toEqual([[3], [3]]);
    expect(listingWitnesses(indexWith([1, 2]), new Set([1, 2]))).toEqual([]);
  });

  it('speak for the listing if it shows one at each place', () => {
    const witnesses = listingWitnesses(indexWith(hundred), new Set([50]));
    expect(areWitnessesShown(witnesses, new Set([2, 52, 100]))).toBe(true);
  });

  it.each([
    { what: 'the lowest ids alone, as an index that is being rebuilt', shown: [1, 2, 51, 52] },
    { what: 'the highest ids alone', shown: [99, 100] },
    { what: 'nothing', shown: [] },
  ])('do not speak for it if it shows $what', ({ shown }) => {
    const witnesses = listingWitnesses(indexWith(hundred), new Set([50]));
    expect(areWitnessesShown(witnesses, new Set(shown))).toBe(false);
  });

  it('do not speak for it if there are none', () => {
    expect(areWitnessesShown([], new Set([1]))).toBe(false);
  });
});
