import { describe, expect, it } from 'vitest';
import { productItem, productListing } from '../testing/product-items.js';
import { isStale, parseSeenListing, seenListing } from './seen-listing.js';

describe('seenListing', () => {
  it('comes back from its text in the index', () => {
    const seen = seenListing(productListing());
    expect(parseSeenListing(JSON.stringify(seen))).toEqual(seen);
    expect(seen).toEqual({
      price: 30,
      finalPrice: 27,
      minimalPrice: 27,
      name: 'Lamp',
      stockStatus: 'in_stock',
      stockQty: 4,
      updatedAt: '2026-11-01 10:00:00',
      categoryIds: productListing().categoryIds.toSorted((a, b) => a - b),
    });
  });

  it('knows an item of other categories for stale', () => {
    const seen = seenListing(productListing({ categoryIds: [10, 4] }));
    expect(isStale(productItem({ categoryIds: [4, 10] }), seen)).toBe(false);
    expect(isStale(productItem({ categoryIds: [4] }), seen)).toBe(true);
  });

  it('leaves out what the listing did not say', () => {
    const seen = seenListing(productListing({ price: null, updatedAt: null }));
    expect(parseSeenListing(JSON.stringify(seen))).not.toHaveProperty('price');
    expect(parseSeenListing(JSON.stringify(seen))).not.toHaveProperty('updatedAt');
  });

  it('is empty for a product that no listing has shown', () => {
    expect(parseSeenListing('')).toEqual({});
  });
});

describe('isStale', () => {
  const seen = seenListing(productListing());

  it('believes an item that agrees with the listing', () => {
    expect(isStale(productItem(), seen)).toBe(false);
  });

  it.each([
    ['price', { price: 31 }],
    ['name', { name: 'Lamp, green' }],
    ['stockStatus', { stockStatus: 'out_of_stock' }],
    ['stockQty', { stockQty: 3 }],
    ['updatedAt', { updatedAt: '2026-10-31 10:00:00' }],
  ])('takes an item whose %s differs for one from the backend’s cache', (_field, body) => {
    expect(isStale(productItem(body), seen)).toBe(true);
  });

  it('does not compare final prices: a catalogue rule makes them differ for good', () => {
    expect(isStale(productItem({ finalPrice: 30 }), { ...seen, finalPrice: 1, minimalPrice: 1 })).toBe(false);
  });

  it('takes a field that one side lacks for no proof', () => {
    expect(isStale(productItem({ price: null, stockQty: null, updatedAt: null }), seen)).toBe(false);
    expect(isStale(productItem({ price: 99 }), {})).toBe(false);
  });

  it('sees a price that became zero', () => {
    expect(isStale(productItem({ price: 0 }), seen)).toBe(true);
  });
});
