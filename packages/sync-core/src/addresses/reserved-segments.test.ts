import { describe, expect, it } from 'vitest';
import { isReservedPath } from './reserved-segments.js';

describe('isReservedPath', () => {
  it.each([
    'cart',
    'search',
    'blog',
    'sync',
    'pulse',
    'checkout',
    'account',
    'cache',
    'freshness',
    '_stores',
    '_switch',
  ])('keeps /%s for the storefront, and all below it', (segment) => {
    expect(isReservedPath(segment)).toBe(true);
    expect(isReservedPath(`${segment}/lamp`)).toBe(true);
  });

  it('does not care for upper and lower case', () => {
    expect(isReservedPath('Cart')).toBe(true);
  });

  it('keeps the segment of the addresses of last resort', () => {
    expect(isReservedPath('catalog/product/view/id/7')).toBe(true);
  });

  it.each(['lamp', 'cart-lamp', 'shopping-cart', 'women/cart', 'blog-lamp', ''])(
    'leaves /%s to the catalogue',
    (path) => {
      expect(isReservedPath(path)).toBe(false);
    },
  );
});
