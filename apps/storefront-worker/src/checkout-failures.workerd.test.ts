import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { californian, fillCart, goToReview, ordersInShop, seenOn, whereTo } from './testing/checkout-walk.js';
import { TestShopper } from './testing/test-shopper.js';
import { post } from './testing/worker-client.js';

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

beforeEach(async () => {
  await backendControl.heal();
});

describe('a shop that fails', () => {
  test('between the addresses leaves what was typed on the page, and the cart as it was', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    await backendControl.fail([{ match: 'billing-address', kind: 'status', status: 503 }]);
    const fields = { email: 'ada@example.com', 'billing-same': '1', ...(await californian('shipping')) };
    const failed = await shopper.submit('/checkout/address', fields);
    expect(failed.status).toBe(503);
    expect(failed.text).toContain('value="Lovelace"');
    expect(failed.text).toContain('does not answer');
    await backendControl.heal();
    expect(await whereTo(shopper.submit('/checkout/address', fields))).toBe('/checkout#shipping');
  });

  test('altogether leaves what was typed on the page all the same', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    await backendControl.fail([{ match: 'guest-carts', kind: 'status', status: 500 }]);
    const fields = { email: 'ada@example.com', 'billing-same': '1', ...(await californian('shipping')) };
    const failed = await shopper.submit('/checkout/address', fields);
    expect(failed.status).toBe(503);
    expect(failed.text).toContain('value="Lovelace"');
  });

  test.each([
    ['shipping', 'shipping-method', { method: 'flatrate/flatrate' }, 'value="flatrate/flatrate" checked=""'],
    ['payment', 'payment-method', { payment: 'checkmo' }, 'value="checkmo" checked=""'],
  ])(
    'at the step %s keeps the choice, and orders nothing until it is saved',
    async (step, call, fields, chosen) => {
      const shopper = new TestShopper();
      await fillCart(shopper);
      await goToReview(shopper);
      const before = (await ordersInShop()).length;
      await backendControl.fail([{ match: call, kind: 'status', status: 503 }]);
      const failed = await shopper.submit(`/checkout/${step}`, fields);
      expect(failed.status).toBe(503);
      expect(failed.text).toContain('role="alert"');
      expect(failed.text).toContain(chosen);
      expect(failed.text).not.toContain('action="/checkout/place"');
      await backendControl.heal();
      expect(await whereTo(shopper.submit(`/checkout/${step}`, fields))).toMatch(/^\/checkout#/);
      const review = await shopper.visit('/checkout');
      await shopper.submit('/checkout/place', { seen: seenOn(review) });
      expect(await ordersInShop()).toHaveLength(before + 1);
    },
  );
});
