import { describe, expect, it } from 'vitest';
import { sampleCartView } from '../../pages/testing/sample-cart.js';
import { sampleShop } from '../../pages/testing/sample-shop.js';
import { CartTotals } from './cart-totals.js';

function rows(changes: Parameters<typeof sampleCartView>[0] = {}): Record<string, string> {
  const { cart, products } = sampleCartView(changes);
  const html = String(<CartTotals shop={sampleShop()} cart={cart} products={products} />);
  const pairs = [...html.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/g)];
  return Object.fromEntries(pairs.map(([, title = '', amount = '']) => [title, amount]));
}

describe('the totals of a cart', () => {
  it('are the shop’s own, row by row', () => {
    expect(rows()).toEqual({
      Subtotal: '$85.00',
      Discount: '-$8.50',
      Shipping: 'Counted at checkout',
      Tax: '$6.48',
      'Paid by gift card': '-$25.00',
      'To pay': '$57.98',
    });
  });

  it('say that shipping is free once a free way is chosen, though the shop sends no amount', () => {
    const { cart } = sampleCartView();
    const free = { carrierCode: 'free', methodCode: 'free', code: 'free_free', title: 'Free', price: 0 };
    expect(rows({ cart: { ...cart, selectedShippingMethod: free } })).toMatchObject({ Shipping: 'Free' });
  });

  it('say nothing of shipping where nothing is shipped', () => {
    const { cart } = sampleCartView();
    const items = cart.items.map((item) => ({ ...item, productType: 'downloadable' }));
    expect(rows({ cart: { ...cart, items } })).not.toHaveProperty('Shipping');
  });

  it('hold the tax where the catalogue’s prices do', () => {
    const { cart } = sampleCartView();
    const [item] = cart.items;
    if (item === undefined) throw new Error('The sample has no line');
    const items = [{ ...item, qty: 1, price: 36.7, priceInclTax: 40, rowTotal: 36.7, rowTotalInclTax: 40 }];
    const prices = { subtotal: 36.7, subtotalInclTax: 40, taxAmount: 3.3, grandTotal: 40 };
    expect(rows({ cart: { ...cart, items, prices } })).toEqual({
      Subtotal: '$40.00',
      Shipping: 'Counted at checkout',
      'To pay': '$40.00',
    });
  });
});
