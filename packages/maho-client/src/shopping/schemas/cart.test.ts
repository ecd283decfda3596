import { expect, test } from 'vitest';
import { cartBody } from '../../testing/shop-bodies.js';
import { cartSchema } from './cart.js';

test('rounds what PHP adds up', () => {
  expect(cartSchema.parse(cartBody()).items[0]?.rowTotalInclTax).toBe(22.34);
});

test('reads a null amount as absent', () => {
  const { prices } = cartSchema.parse(cartBody());
  expect(prices.discountAmount).toBeUndefined();
  expect(prices.taxAmount).toBe(0);
});

test('has no masked id once a customer owns it', () => {
  const cart = cartSchema.parse(cartBody({ maskedId: null, customerId: 3, cartRecreated: undefined }));
  expect([cart.maskedId, cart.customerId, cart.cartRecreated]).toEqual([undefined, 3, false]);
});

test('reads a line that says of its stock what no Maho has said before', () => {
  const line = {
    id: 17,
    sku: 'lamp-1',
    name: 'Lamp 1',
    qty: 2,
    price: 1,
    rowTotal: 2,
    stockStatus: 'backorder',
  };
  expect(cartSchema.parse(cartBody({ items: [line] })).items[0]?.stockStatus).toBe('backorder');
});

test('reads what was typed as it was typed', () => {
  const options = [{ label: 'Engraving', value: 'Tom &amp; Ada &lt;3 &amp;amp;' }];
  const line = { id: 17, sku: 'lamp-1', name: 'Lamp 1', qty: 2, price: 1, rowTotal: 2, options };
  expect(cartSchema.parse(cartBody({ items: [line] })).items[0]?.options[0]?.value).toBe(
    'Tom & Ada <3 &amp;',
  );
});
