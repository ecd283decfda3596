import { beforeAll, expect, test } from 'vitest';
import { ShopInKv } from './testing/shop-in-kv.js';
import { TestShopper } from './testing/test-shopper.js';
import { post } from './testing/worker-client.js';

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

test('a guest puts a product into the cart and finds it there', async () => {
  const products = await new ShopInKv('en').products();
  const product = products.find(
    ({ type, hasRequiredOptions, stockStatus }) =>
      type === 'simple' && !hasRequiredOptions && stockStatus === 'in_stock',
  );
  if (product === undefined) throw new Error('The shop has no simple product');
  const shopper = new TestShopper();
  const { sku, slug, id } = product;
  const answer = await shopper.submit('/cart/add', { sku, slug, product: String(id), qty: '2' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cart']);
  expect(shopper.cookie('cart')).toMatch(/^[0-9a-f]{32}$/);
  expect(shopper.cookie('cart-count')).toBe('2');
  const cart = await shopper.visit('/cart');
  expect([cart.status, cart.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect(cart.text).toContain('class="cart-line"');
});
