import { cartSchema } from '@maho-storefront/maho-client/shopping';
import { expect, test } from 'vitest';
import { addedItemEvent } from './added-item-event.js';

function line(id: number, sku: string, productId: number, price: number) {
  return { id, sku, name: sku, qty: 1, price, rowTotal: price, productId };
}

const cart = cartSchema.parse({
  id: 1,
  items: [line(1, 'shirt-s ', 7, 20), line(2, 'shirt-xl', 7, 25), line(3, 'bulb', 9, 2)],
  prices: { subtotal: 47, grandTotal: 47 },
  currency: 'EUR',
  itemsCount: 3,
  itemsQty: 3,
});

test('tells of the variant that was chosen, also where another one is in the cart', () => {
  const { ecommerce } = addedItemEvent(cart, { id: 7 }, { sku: 'shirt-s', qty: 2 });
  expect(ecommerce).toMatchObject({ value: 40, items: [{ item_id: 'shirt-s', price: 20, quantity: 2 }] });
});

test('tells of the members of a group each for itself', () => {
  const { ecommerce } = addedItemEvent(cart, { id: 100 }, { sku: 'set', qty: 1, grouped: { 7: 1, 9: 3 } });
  expect(ecommerce.items.map(({ item_id, quantity }) => [item_id, quantity])).toEqual([
    ['shirt-xl', 1],
    ['bulb', 3],
  ]);
});
