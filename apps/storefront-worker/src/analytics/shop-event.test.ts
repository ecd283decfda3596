import { expect, test } from 'vitest';
import { shopEvent } from './shop-event.js';

const items = [
  { item_id: 'lamp', item_name: 'Lamp', price: 10.1, quantity: 3 },
  { item_id: 'bulb', item_name: 'Bulb', price: 2, quantity: 1 },
];

test('an event is worth what its items cost, to the cent', () => {
  expect(shopEvent('add_to_cart', 'EUR', items)).toEqual({
    event: 'add_to_cart',
    ecommerce: { currency: 'EUR', value: 32.3, items },
  });
});

test('a purchase is worth what was paid', () => {
  const { ecommerce } = shopEvent('purchase', 'EUR', items, { transaction_id: '100', value: 29, tax: 1.2 });
  expect(ecommerce).toMatchObject({ value: 29, tax: 1.2, transaction_id: '100' });
});
