import { describe, expect, test } from 'vitest';
import { readShoppingRecordings } from '../testing/recordings.js';
import { orderBody } from '../testing/shop-bodies.js';
import { reorderRequest } from './reorder-request.js';
import { orderSchema } from './schemas/order.js';

const skus: Readonly<Record<number, string>> = { 439: 'suitcases', 445: 'camera-set' };
const skuOf = (id: number) => skus[id];

function lineOf(line: Record<string, unknown>) {
  const whole = {
    id: 1,
    sku: 'lamp-1',
    name: 'Lamp',
    qtyOrdered: 2,
    price: 5,
    rowTotal: 10,
    productId: 7,
    ...line,
  };
  const [item] = orderSchema.parse(orderBody({ items: [whole] })).items;
  if (item === undefined) throw new Error('no line');
  return item;
}

test('orders a simple product with its options, dates as text', () => {
  const bought = {
    qty: 2,
    options: { 7: 'abc', 12: [7, 8], 14: { date: '2027-01-02' }, 16: { time: '10:15' } },
  };
  expect(
    reorderRequest(lineOf({ productType: 'simple', productOptions: { info_buyRequest: bought } }), skuOf),
  ).toEqual({
    sku: 'lamp-1',
    qty: 2,
    options: { 7: 'abc', 12: [7, 8], 14: '2027-01-02', 16: '10:15' },
  });
});

test('orders a downloadable product with its links', () => {
  const productOptions = { info_buyRequest: { links: ['20', 21] } };
  expect(reorderRequest(lineOf({ productType: 'downloadable', productOptions }), skuOf)).toMatchObject({
    links: [20, 21],
  });
});

test('gives up where an order does not say enough', () => {
  const member = { info_buyRequest: { super_product_config: { product_id: 9 } } };
  expect(reorderRequest(lineOf({ productType: 'giftcard' }), skuOf)).toBeUndefined();
  expect(reorderRequest(lineOf({ productType: 'grouped', productOptions: member }), skuOf)).toBeUndefined();
  const file = { info_buyRequest: { options: { 9: { title: 'a.png', secret_key: 'x' } } } };
  expect(reorderRequest(lineOf({ productType: 'simple', productOptions: file }), skuOf)).toBeUndefined();
});

const placed = readShoppingRecordings().find(({ name }) => name.includes('45-place-order'));

describe.skipIf(placed === undefined)('a real order', () => {
  test('can be ordered again, line by line', () => {
    const { items } = orderSchema.parse(placed?.response.body);
    const again = items.map((item) => reorderRequest(item, skuOf));
    expect(again.slice(0, 1)).toEqual([{ sku: 'rec-simple-001', qty: 4 }]);
    expect(again.slice(5)).toEqual([
      { sku: 'rec-conf-08-2', qty: 1 },
      { sku: 'camera-set', qty: 1, bundle: { 17: 77, 18: 79, 19: 81, 20: 82 }, bundleQty: { 19: 1, 20: 1 } },
      { sku: 'suitcases', qty: 1, grouped: { 376: 2 } },
      { sku: 'suitcases', qty: 1, grouped: { 541: 1 } },
    ]);
  });
});
