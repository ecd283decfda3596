import { cartSchema } from '@maho-storefront/maho-client/shopping';
import { describe, expect, it } from 'vitest';
import { sampleCard } from '../../pages/testing/sample-products.js';
import { isTaxIncluded } from './tax-display.js';

function known(price: number, priceInclTax: number, grandTotal: number, options: object[] = []) {
  const line = { id: 1, sku: 'a', name: 'A', qty: 1, price, priceInclTax, rowTotal: price, productId: 7 };
  const item = { ...line, options };
  const prices = {
    subtotal: price,
    subtotalInclTax: priceInclTax,
    taxAmount: priceInclTax - price,
    grandTotal,
  };
  const cart = cartSchema.parse({
    id: 1,
    items: [item],
    prices,
    currency: 'EUR',
    itemsCount: 1,
    itemsQty: 1,
  });
  return { cart, products: new Map([[7, sampleCard({ id: 7, finalPrice: 50 })]]) };
}

describe('a cart', () => {
  it('shows prices with tax where the catalogue does', () => {
    expect(isTaxIncluded(known(42.02, 50, 50))).toBe(true);
  });

  it('adds the tax below where the catalogue shows prices without', () => {
    expect(isTaxIncluded(known(50, 54.5, 54.5))).toBe(false);
  });

  it.each([
    [46.22, 55, true],
    [55, 65.45, false],
  ])('with a choice that costs 5 is told the same way: %d, with tax %d', (price, withTax, isIncluded) => {
    const engraved = [{ label: 'Engraving', value: 'Ada' }];
    expect(isTaxIncluded(known(price, withTax, withTax, engraved))).toBe(isIncluded);
  });

  it('adds the tax below where prices with it would not add up', () => {
    expect(isTaxIncluded(known(42.02, 50, 45.5))).toBe(false);
  });

  it('has nothing to decide without tax', () => {
    expect(isTaxIncluded(known(50, 50, 50))).toBe(false);
  });
});
