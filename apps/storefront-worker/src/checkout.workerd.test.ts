import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import {
  amountOn,
  californian,
  fillCart,
  goToReview,
  ordersInShop,
  productOfType,
  requestsToShop,
  seenOn,
  whereTo,
} from './testing/checkout-walk.js';
import { TestShopper } from './testing/test-shopper.js';
import { call, post } from './testing/worker-client.js';

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

beforeEach(async () => {
  await backendControl.heal();
  await backendControl.shopSettings({ paymentMethods: [{ code: 'checkmo', title: 'Check / Money order' }] });
  await backendControl.forgetRequests();
});

describe('a guest', () => {
  test('buys: what the review says is what the order costs, tax included', async () => {
    const shopper = new TestShopper();
    const product = await fillCart(shopper, 'simple', 2);
    const review = await goToReview(shopper);
    expect(review.headers.get('cache-control')).toBe('private, no-store');
    expect(review.text).toContain('Flat Rate');
    const placed = await shopper.submit('/checkout/place', { seen: seenOn(review), note: 'Ring twice' });
    expect([placed.status, placed.headers.get('location')]).toEqual([303, '/checkout/success']);
    expect(shopper.cookie('cart')).toBeUndefined();
    const [order] = (await ordersInShop()).slice(-1);
    expect(`${order?.grandTotal} USD`).toBe(amountOn(review));
    expect(order?.email).toBe('ada@example.com');
    const success = await shopper.visit('/checkout/success');
    expect(success.status).toBe(200);
    expect(success.text).toContain(order?.incrementId);
    expect(success.text).toContain(product.name);
    expect(success.text).toMatch(/Tax/);
  });

  test('costs the shop no request too many', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    await backendControl.forgetRequests();
    await shopper.visit('/checkout');
    expect(await requestsToShop()).toEqual(['GET /guest-carts/*']);
    const address = { email: 'ada@example.com', 'billing-same': '1', ...(await californian('shipping')) };
    await shopper.submit('/checkout/address', address);
    expect(await requestsToShop()).toEqual([
      'PUT /guest-carts/*/shipping-address',
      'PUT /guest-carts/*/billing-address',
    ]);
    await shopper.submit('/checkout/shipping', { method: 'flatrate/flatrate' });
    await shopper.submit('/checkout/payment', { payment: 'checkmo' });
    expect(await requestsToShop()).toEqual([
      'PUT /guest-carts/*/shipping-method',
      'PUT /guest-carts/*/payment-method',
    ]);
    const review = await shopper.visit('/checkout');
    await backendControl.forgetRequests();
    await shopper.submit('/checkout/place', { seen: seenOn(review) });
    expect(await requestsToShop()).toEqual(['GET /guest-carts/*', 'POST /guest-carts/*/place-order']);
    const first = await shopper.visit('/checkout/success');
    expect(await requestsToShop()).toEqual([expect.stringMatching(/^GET \/orders\/\d+\/details$/)]);
    // The order's token opens it once; the page is there all the same, without asking again.
    const second = await shopper.visit('/checkout/success');
    expect(second.text).toBe(first.text);
    expect(await requestsToShop()).toEqual([]);
  });

  test('makes an account of the order', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const email = `ada-${crypto.randomUUID()}@example.com`;
    const address = { email, 'billing-same': '1', ...(await californian('shipping')) };
    await shopper.submit('/checkout/address', address);
    await shopper.submit('/checkout/shipping', { method: 'flatrate/flatrate' });
    await shopper.submit('/checkout/payment', { payment: 'checkmo' });
    const review = await shopper.visit('/checkout');
    await shopper.submit('/checkout/place', { seen: seenOn(review) });
    expect((await shopper.visit('/checkout/success')).text).toContain('name="password"');
    const refused = await shopper.submit('/checkout/success/account', { password: 'x' });
    expect(refused.status).toBe(422);
    expect(refused.text).not.toContain('value="x"');
    const created = await shopper.submitAndFollow('/checkout/success/account', { password: 'analytical' });
    expect(created.text).toContain('Your account has been created');
    expect(created.text).not.toContain('name="password"');
    const again = await shopper.submit('/checkout/success/account', { password: 'analytical' });
    expect(again.status).toBe(409);
  });

  test('pays nothing for shipping, and gives no delivery address, for what is not shipped', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper, 'virtual');
    const page = await shopper.visit('/checkout');
    expect(page.text).not.toContain('name="shipping-city"');
    const address = { email: 'ada@example.com', ...(await californian('billing')) };
    expect(await whereTo(shopper.submit('/checkout/address', address))).toBe('/checkout#payment');
    await shopper.submit('/checkout/payment', { payment: 'checkmo' });
    const review = await shopper.visit('/checkout');
    expect(await whereTo(shopper.submit('/checkout/place', { seen: seenOn(review) }))).toBe(
      '/checkout/success',
    );
    const [order] = (await ordersInShop()).slice(-1);
    expect(`${order?.grandTotal} USD`).toBe(amountOn(review));
    expect((await shopper.visit('/checkout/success')).text).not.toContain('Delivered to');
  });

  test('has the bill sent elsewhere', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const fields = {
      email: 'ada@example.com',
      ...(await californian('shipping')),
      ...(await californian('billing')),
      'billing-street1': '2 Bill Road',
    };
    expect(await whereTo(shopper.submit('/checkout/address', fields))).toBe('/checkout#shipping');
    const page = await shopper.visit('/checkout');
    expect(page.text).toContain('1 Test St');
    expect(page.text).toContain('<span>2 Bill Road</span>');
  });
});

describe('an address that is not right', () => {
  test('is shown again as it was typed, with what is wrong at each field', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    await backendControl.forgetRequests();
    const fields = { ...(await californian('shipping')), 'shipping-city': '', 'shipping-region': '' };
    const answer = await shopper.submit('/checkout/address', {
      email: 'ada@',
      'billing-same': '1',
      ...fields,
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Please enter the city.');
    expect(answer.text).toContain('Please choose the state or region.');
    expect(answer.text).toContain('Please enter a whole e-mail address');
    expect(answer.text).toContain('value="Lovelace"');
    expect(answer.text).toContain('value="ada@"');
    expect(await requestsToShop()).toEqual(['GET /guest-carts/*']);
  });

  test('gets the regions of its country once another country was sent', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const fields = { ...(await californian('shipping')), 'shipping-country': 'DE' };
    const answer = await shopper.submit('/checkout/address', {
      email: 'ada@example.com',
      'billing-same': '1',
      ...fields,
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Bayern');
    const part = await shopper.visit('/checkout/address-fields?country=DE&prefix=shipping');
    expect(part.text).toContain('name="shipping-region"');
    expect(part.text).toContain('Bayern');
    expect(part.text).not.toContain('<html');
  });
});

describe('methods', () => {
  test('that are not there are refused at their step, and nothing is lost', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    await goToReview(shopper);
    for (const [path, fields] of [
      ['/checkout/shipping', { method: 'ups/ground' }],
      ['/checkout/shipping', { method: '' }],
      ['/checkout/payment', { payment: 'paypal' }],
      ['/checkout/payment', {}],
    ] as const) {
      const answer = await shopper.submit(path, fields);
      expect([path, fields, answer.status]).toEqual([path, fields, 422]);
      expect(answer.text).toContain('role="alert"');
    }
    expect((await shopper.visit('/checkout')).text).toContain('action="/checkout/place"');
  });

  test('that need a page nobody has connected are not offered', async () => {
    await backendControl.shopSettings({
      paymentMethods: [
        { code: 'checkmo', title: 'Check / Money order' },
        { code: 'unknowncard', title: 'Unknown card', isOffline: false },
      ],
    });
    const shopper = new TestShopper();
    await fillCart(shopper);
    expect((await goToReview(shopper)).text).not.toContain('Unknown card');
    expect((await shopper.submit('/checkout/payment', { payment: 'unknowncard' })).status).toBe(422);
    const review = await shopper.visit('/checkout');
    expect(review.text).not.toContain('action="/checkout/place"');
  });
});

describe('bad input', () => {
  test('a customer’s cart without the customer leads to the page to sign in', async () => {
    const shopper = new TestShopper();
    shopper.setCookie('cart', '17');
    const to = '/account/sign-in?why=expired&to=%2Fcheckout';
    expect(await whereTo(shopper.visit('/checkout'))).toBe(to);
    expect((await shopper.visit('/checkout/success')).text).not.toContain('Thank you');
  });

  test.each([
    ['cart', 'x'],
    ['cart', '0'.repeat(32)],
    ['order', 'x'],
    ['order', `${'0'.repeat(64)}.${crypto.randomUUID()}`],
  ])(
    'a tampered cookie %s=%s leads to the cart, or to a page without anybody’s order',
    async (name, value) => {
      const shopper = new TestShopper();
      shopper.setCookie(name, value);
      expect(['/cart', 422]).toContain(await whereTo(shopper.visit('/checkout')));
      const success = await shopper.visit('/checkout/success');
      expect([success.status, success.text.includes('Thank you')]).toEqual([200, false]);
      const placed = await whereTo(shopper.submit('/checkout/place', { seen: '1 USD' }));
      expect(['/cart', 422, '/checkout/success']).toContain(placed);
    },
  );

  test('somebody else’s ticket shows nothing', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const review = await goToReview(shopper);
    await shopper.submit('/checkout/place', { seen: seenOn(review) });
    const [id] = (shopper.cookie('order') ?? '').split('.');
    const thief = new TestShopper();
    thief.setCookie('order', `${id}.${crypto.randomUUID()}`);
    expect((await thief.visit('/checkout/success')).text).not.toContain('Thank you');
  });

  test('a form of another site is refused', async () => {
    const answer = await call('/checkout/place', {
      method: 'POST',
      origin: 'http://en.localhost',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
  });

  test('without a cart there is none, and of one that is gone the shopper is told so', async () => {
    expect(await whereTo(new TestShopper().visit('/checkout'))).toBe('/cart');
    const shopper = new TestShopper();
    await fillCart(shopper);
    await backendControl.forgetCart(shopper.cookie('cart') ?? '');
    const fields = { email: 'ada@example.com', 'billing-same': '1', ...(await californian('shipping')) };
    const answer = await shopper.submit('/checkout/address', fields);
    expect([answer.status, answer.text.includes('This cart is no longer there')]).toEqual([422, true]);
    expect(shopper.cookie('cart')).toBeUndefined();
    expect((await productOfType('simple')).sku).not.toBe('');
  });
});
