import { expect, test } from 'vitest';
import { cartBody } from '../testing/shop-bodies.js';
import { cartSchema } from './schemas/cart.js';
import { shippingCost } from './shipping-cost.js';

const free = { carrierCode: 'freeshipping', methodCode: 'freeshipping', price: 0 };

test('tells free shipping from no shipping, though Maho sends null for both', () => {
  expect(shippingCost(cartSchema.parse(cartBody()))).toBeUndefined();
  expect(shippingCost(cartSchema.parse(cartBody({ selectedShippingMethod: free })))).toBe(0);
});

test('gives what a method costs', () => {
  const prices = { subtotal: 20.5, shippingAmount: 4.9, grandTotal: 25.4 };
  const cart = cartSchema.parse(cartBody({ prices, selectedShippingMethod: { ...free, price: 4.9 } }));
  expect(shippingCost(cart)).toBe(4.9);
});
