import { beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import * as z from 'zod';
import { beginSession, sessionText } from './shopping/visit/customer-session.js';
import { backendControl } from './testing/backend-control.js';
import {
  amountOn,
  fillCart,
  goToReview,
  ordersInShop,
  requestsToShop,
  seenOn,
  whereTo,
} from './testing/checkout-walk.js';
import { newCustomer } from './testing/test-customer.js';
import { TestShopper } from './testing/test-shopper.js';
import { post } from './testing/worker-client.js';

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

beforeEach(async () => {
  await backendControl.heal();
  await backendControl.shopSettings({ paymentMethods: [{ code: 'checkmo', title: 'Check / Money order' }] });
  await backendControl.forgetRequests();
});

describe('a customer', () => {
  const api = `${inject('backendUrl')}/api/rest/v2`;
  const json = { 'Content-Type': 'application/json' };
  const saved = {
    firstname: 'Ada',
    lastname: 'King',
    street: ['3 Book Lane'],
    city: 'Albany',
    postcode: '12207',
    countryId: 'US',
    region: 'New York',
    telephone: '5550199',
    isDefaultShipping: true,
  };

  /** Ada, signed in, with one address in her book. */
  async function ada(): Promise<{ shopper: TestShopper; book: string }> {
    const body = JSON.stringify({ email: 'ada@example.com', password: 'analytical' });
    const signedIn = await fetch(`${api}/auth/token`, { method: 'POST', headers: json, body });
    const { token } = z.object({ token: z.string() }).parse(await signedIn.json());
    const headers = { ...json, Authorization: `Bearer ${token}` };
    const added = await fetch(`${api}/customers/me/addresses`, {
      method: 'POST',
      headers,
      body: JSON.stringify(saved),
    });
    const { id } = z.object({ id: z.int() }).parse(await added.json());
    const shopper = new TestShopper();
    const session = beginSession({ token, expiresInSeconds: 3_600 }, Date.now());
    shopper.setCookie('customer', sessionText(session));
    return { shopper, book: String(id) };
  }

  test('orders to an address of their book, and types nothing', async () => {
    const { shopper, book } = await ada();
    await fillCart(shopper);
    expect(shopper.cookie('cart')).toMatch(/^\d+$/);
    await backendControl.forgetRequests();
    const page = await shopper.visit('/checkout');
    expect((await requestsToShop()).sort()).toEqual([
      expect.stringMatching(/^GET \/carts\/\d+$/),
      'GET /customers/me/addresses',
    ]);
    expect(page.text).not.toContain('id="email"');
    expect(page.text).toContain(`<option value="${book}" selected="">Ada King, 3 Book Lane, 12207 Albany`);
    const fields = { 'shipping-book': book, 'billing-same': '1', 'shipping-country': 'US' };
    expect(await whereTo(shopper.submit('/checkout/address', fields))).toBe('/checkout#shipping');
    await shopper.submit('/checkout/shipping', { method: 'flatrate/flatrate' });
    await shopper.submit('/checkout/payment', { payment: 'checkmo' });
    const review = await shopper.visit('/checkout');
    expect(await whereTo(shopper.submit('/checkout/place', { seen: seenOn(review) }))).toBe(
      '/checkout/success',
    );
    const [order] = (await ordersInShop()).slice(-1);
    expect([order?.email, `${order?.grandTotal} USD`]).toEqual(['ada@example.com', amountOn(review)]);
    const success = await shopper.visit('/checkout/success');
    expect(success.text).toContain('3 Book Lane');
    expect(success.text).not.toContain('name="password"');
  });

  test('gets nothing from an address of somebody else’s', async () => {
    const { shopper } = await ada();
    await fillCart(shopper);
    const fields = { 'shipping-book': '999999', 'billing-same': '1', 'shipping-country': 'US' };
    const answer = await shopper.submit('/checkout/address', fields);
    expect([answer.status, answer.text.includes('Please enter the city.')]).toEqual([422, true]);
  });

  test('whose session is over signs in again, and comes back', async () => {
    const { shopper } = await ada();
    await fillCart(shopper);
    await backendControl.expireTokens();
    const to = '/account/sign-in?to=/checkout&why=expired';
    expect(await whereTo(shopper.visit('/checkout'))).toBe(to);
    expect((await shopper.visit(to)).status).toBe(200);
    expect(shopper.cookie('cart')).toMatch(/^\d+$/);
    const back = { email: 'ada@example.com', password: 'analytical', to: '/checkout' };
    expect(await whereTo(shopper.submit('/account/sign-in', back))).toBe('/checkout');
    expect((await shopper.visit('/checkout')).status).toBe(200);
  });
});

describe('somebody who guesses the number of a customer’s cart', () => {
  test.each([
    ['without an account', '9999999998.9999999999.made-up'],
    ['with one of their own', undefined],
  ])('%s is shown nothing of its order', async (_who, session) => {
    const { shopper } = await newCustomer();
    await fillCart(shopper);
    const cart = shopper.cookie('cart') ?? '';
    const review = await goToReview(shopper);
    const { shopper: thief } = await newCustomer();
    if (session !== undefined) thief.setCookie('customer', session);
    thief.setCookie('cart', cart);
    const seen = { seen: seenOn(review) };
    const [, own] = await Promise.all(
      [thief, shopper].map((who) => whereTo(who.submit('/checkout/place', seen))),
    );
    expect(own).toBe('/checkout/success');
    thief.setCookie('cart', cart);
    await thief.submit('/checkout/place', seen);
    thief.setCookie('cart', cart);
    await thief.visit('/checkout');
    expect(thief.cookie('order')).toBeUndefined();
    expect((await thief.visit('/checkout/success')).text).not.toContain('Lovelace');
    expect((await shopper.visit('/checkout/success')).text).toContain('Lovelace');
    await shopper.submit('/account/sign-out');
    expect((await shopper.visit('/checkout/success')).text).not.toContain('Lovelace');
  });
});

describe('a shop that sells to customers only', () => {
  const sellTo = async (isGuestCheckoutAllowed: boolean) => {
    await backendControl.edit({ op: 'setStoreConfig', storeCode: 'en', patch: { isGuestCheckoutAllowed } });
    expect((await post('/sync/config?store=en')).json).toMatchObject({ success: true });
  };

  test('takes no order of a guest, not even one whose form was open before', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const review = await goToReview(shopper);
    const before = (await ordersInShop()).length;
    await sellTo(false);
    // An isolate believes for two seconds what it knows.
    const isClosed = async () => (await shopper.visit('/checkout')).text.includes('with an account only');
    await expect.poll(isClosed, { timeout: 10_000, interval: 500 }).toBe(true);
    const placed = await whereTo(shopper.submit('/checkout/place', { seen: seenOn(review) }));
    await sellTo(true);
    await expect.poll(isClosed, { timeout: 10_000, interval: 500 }).toBe(false);
    expect(placed).toBe('/account/sign-in?to=/checkout');
    expect(await ordersInShop()).toHaveLength(before);
  });
});

describe('a shop that measures', () => {
  const variables = { DATA_LAYER: 'true' };

  test('is told of the beginning and of the order, of the order once', async () => {
    const shopper = new TestShopper({ variables });
    await fillCart(shopper);
    expect((await shopper.visit('/checkout')).text).toContain('"event":"begin_checkout"');
    const known = new TestShopper({ variables, headers: { Referer: 'http://en.localhost/cart' } });
    await fillCart(known);
    expect((await goToReview(known)).text).toContain('"event":"begin_checkout"');
    const review = await goToReview(shopper);
    expect(review.text).not.toContain('begin_checkout');
    await shopper.submit('/checkout/place', { seen: seenOn(review) });
    const first = await shopper.visit('/checkout/success');
    expect(first.text).toContain('"event":"purchase"');
    expect(first.text).toContain(`"value":${seenOn(review).split(' ')[0]}`);
    expect((await shopper.visit('/checkout/success')).text).not.toContain('"event":"purchase"');
  });
});
