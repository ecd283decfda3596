import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

describe('an order', () => {
  test('that the shop fails at before it began is not placed, and the shopper is told so', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const review = await goToReview(shopper);
    const before = (await ordersInShop()).length;
    await backendControl.fail([{ match: 'place-order', kind: 'status', status: 500, times: 1 }]);
    const failed = await shopper.submit('/checkout/place', { seen: seenOn(review), note: 'Ring twice' });
    expect(failed.status).toBe(503);
    expect(failed.text).toContain('Your order was not placed');
    expect(failed.text).toContain('Ring twice');
    expect(await ordersInShop()).toHaveLength(before);
    expect(await whereTo(shopper.submit('/checkout/place', { seen: seenOn(failed) }))).toBe(
      '/checkout/success',
    );
    expect(await ordersInShop()).toHaveLength(before + 1);
  });

  test('is placed once, however often it is sent at the same time', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const review = await goToReview(shopper);
    const before = (await ordersInShop()).length;
    await backendControl.forgetRequests();
    await backendControl.delay(100);
    const sent = Array.from({ length: 10 }, () =>
      shopper.submit('/checkout/place', { seen: seenOn(review) }),
    );
    const answers = await Promise.all(sent);
    await backendControl.delay(0);
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(
      Array(10).fill('/checkout/success'),
    );
    expect(await ordersInShop()).toHaveLength(before + 1);
    const placings = (await requestsToShop()).filter((line) => line.endsWith('place-order'));
    expect(placings).toHaveLength(1);
    expect((await shopper.visit('/checkout/success')).text).toContain('Thank you');
    // And whoever goes back and sends the form once more is shown the same order.
    expect(await whereTo(shopper.submit('/checkout/place', { seen: seenOn(review) }))).toBe(
      '/checkout/success',
    );
    expect(await ordersInShop()).toHaveLength(before + 1);
  });

  test.each([
    ['was cut off', [{ match: 'place-order', kind: 'lost', times: 1 }]],
    ['was a gateway error', [{ match: 'place-order', kind: 'lost', status: 504, times: 1 }]],
    ['never came', [{ match: 'place-order', kind: 'stalled', times: 1 }]],
  ])('whose answer %s is never sent again, and the shopper is told so', async (_how, faults) => {
    const shopper = new TestShopper({ variables: { PLACE_ORDER_TIMEOUT_S: '1' } });
    await fillCart(shopper);
    const review = await goToReview(shopper);
    const before = (await ordersInShop()).length;
    await backendControl.fail(faults);
    await backendControl.forgetRequests();
    expect(await whereTo(shopper.submit('/checkout/place', { seen: seenOn(review) }))).toBe(
      '/checkout/success',
    );
    const page = await shopper.visit('/checkout/success');
    expect(page.text).toContain('probably received');
    expect(page.text).toContain('do not order again');
    expect(shopper.cookie('cart')).toBeUndefined();
    expect(await ordersInShop()).toHaveLength(before + 1);
    expect((await requestsToShop()).filter((line) => line.endsWith('place-order'))).toHaveLength(1);
  });

  test('that a gateway gave up on is not said to have failed while the shop may be at it', async () => {
    const shopper = new TestShopper({ variables: { PLACE_ORDER_TIMEOUT_S: '1' } });
    await fillCart(shopper);
    const review = await goToReview(shopper);
    const before = (await ordersInShop()).length;
    await backendControl.fail([{ match: 'place-order', kind: 'status', status: 504, times: 1 }]);
    expect(await whereTo(shopper.submit('/checkout/place', { seen: seenOn(review) }))).toBe(
      '/checkout/success',
    );
    expect((await shopper.visit('/checkout/success')).text).toContain('We do not know yet');
    await expect
      .poll(async () => (await shopper.visit('/checkout/success')).text, { timeout: 10_000, interval: 500 })
      .toContain('Your order was not placed');
    await shopper.submit('/checkout/place', { seen: seenOn(review) });
    expect((await shopper.visit('/checkout/success')).text).toContain('Thank you');
    expect(await ordersInShop()).toHaveLength(before + 1);
  });

  test('whose shop is gone altogether was not placed: the page says so without the cart', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const review = await goToReview(shopper);
    await backendControl.fail([{ match: 'guest-carts', kind: 'status', status: 500 }]);
    const failed = await shopper.submit('/checkout/place', { seen: seenOn(review) });
    expect([failed.status, failed.text.includes('Your order was not placed')]).toEqual([503, true]);
    expect(failed.headers.get('cache-control')).toBe('private, no-store');
  });

  test('that is only looked at is shown for the first time afterwards', async () => {
    const shopper = new TestShopper({ variables: { DATA_LAYER: 'true' } });
    await fillCart(shopper);
    const review = await goToReview(shopper);
    await shopper.submit('/checkout/place', { seen: seenOn(review) });
    await backendControl.forgetRequests();
    expect((await shopper.look('/checkout/success')).status).toBe(200);
    expect(await requestsToShop()).toEqual([]);
    expect((await shopper.visit('/checkout/success')).text).toContain('"event":"purchase"');
    expect((await shopper.visit('/checkout/success')).text).not.toContain('"event":"purchase"');
  });

  test('is shown while the shop is slow to say whether it can become an account', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const review = await goToReview(shopper);
    shopper.setCookie('email', 'has-no-account@example.com');
    await shopper.submit('/checkout/place', { seen: seenOn(review) });
    await backendControl.delay(3_500);
    const first = await shopper.visit('/checkout/success');
    await backendControl.delay(0);
    expect([first.text.includes('Thank you'), first.text.includes('name="password"')]).toEqual([true, false]);
    await expect
      .poll(async () => (await shopper.visit('/checkout/success')).text, { timeout: 10_000, interval: 500 })
      .toContain('name="password"');
  });

  test('whose answer was lost is found again by a shopper whose own connection broke', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const review = await goToReview(shopper);
    const cart = shopper.cookie('cart') ?? '';
    await shopper.submit('/checkout/place', { seen: seenOn(review) });
    const again = new TestShopper();
    again.setCookie('cart', cart);
    expect(await whereTo(again.visit('/checkout'))).toBe('/checkout/success');
    expect((await again.visit('/checkout/success')).text).toContain('Thank you');
  });

  test('that nobody can say anything of is not sent again before the cart could be read', async () => {
    const shopper = new TestShopper({ variables: { PLACE_ORDER_TIMEOUT_S: '1' } });
    await fillCart(shopper);
    const review = await goToReview(shopper);
    const before = (await ordersInShop()).length;
    await backendControl.forgetRequests();
    await backendControl.fail([{ match: 'place-order', kind: 'stalled', times: 1 }]);
    const placing = whereTo(shopper.submit('/checkout/place', { seen: seenOn(review) }));
    await expect.poll(async () => (await ordersInShop()).length).toBe(before + 1);
    // The order is there, its answer is not, and now the shop is gone altogether.
    await backendControl.fail([{ match: 'guest-carts', kind: 'status', status: 500 }]);
    expect(await placing).toBe('/checkout/success');
    const page = await shopper.visit('/checkout/success');
    expect([page.status, page.text.includes('We do not know yet')]).toEqual([503, true]);
    expect(await whereTo(shopper.submit('/checkout/place', { seen: seenOn(review) }))).toBe(
      '/checkout/success',
    );
    await backendControl.heal();
    expect((await shopper.visit('/checkout/success')).text).toContain('probably received');
    expect(await ordersInShop()).toHaveLength(before + 1);
    expect((await requestsToShop()).filter((line) => line.endsWith('place-order'))).toHaveLength(1);
  });

  test('that is another one than the shopper saw is not placed, but shown anew', async () => {
    const shopper = new TestShopper();
    const { id, price } = await fillCart(shopper);
    const review = await goToReview(shopper);
    const before = (await ordersInShop()).length;
    await backendControl.edit({ op: 'massUpdatePrice', id, price: (price ?? 0) + 7 });
    const changed = await shopper.submit('/checkout/place', { seen: seenOn(review), note: 'Ring twice' });
    expect(changed.status).toBe(409);
    expect(changed.text).toContain('Your order has changed');
    expect(changed.text).toContain('Ring twice');
    expect(seenOn(changed)).not.toBe(seenOn(review));
    expect(await ordersInShop()).toHaveLength(before);
    expect(await whereTo(shopper.submit('/checkout/place', { seen: seenOn(changed) }))).toBe(
      '/checkout/success',
    );
    const [order] = (await ordersInShop()).slice(-1);
    expect(`${order?.grandTotal} USD`).toBe(amountOn(changed));
  });

  test('is placed once from two windows of which one is out of date', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const old = await goToReview(shopper);
    await fillCart(shopper);
    const present = await shopper.visit('/checkout');
    const before = (await ordersInShop()).length;
    const sent = [old, present].map((page) => shopper.submit('/checkout/place', { seen: seenOn(page) }));
    const [outdated, upToDate] = await Promise.all(sent.map(whereTo));
    expect([409, '/checkout/success']).toContain(outdated);
    expect(upToDate).toBe('/checkout/success');
    expect(await ordersInShop()).toHaveLength(before + 1);
    const [order] = (await ordersInShop()).slice(-1);
    expect(`${order?.grandTotal} USD`).toBe(amountOn(present));
  });

  test('is forgotten after its day, and the page says where to look', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const review = await goToReview(shopper);
    await shopper.submit('/checkout/place', { seen: seenOn(review) });
    expect((await shopper.visit('/checkout/success')).text).toContain('Thank you');
    const [id = ''] = (shopper.cookie('order') ?? '').split('.');
    const { PLACE_ORDER } = env;
    expect(await runDurableObjectAlarm(PLACE_ORDER.get(PLACE_ORDER.idFromString(id)))).toBe(true);
    const page = await shopper.visit('/checkout/success');
    expect(page.text).toContain('in the e-mail with the confirmation');
    expect(page.text).not.toContain('Lovelace');
    expect(shopper.cookie('order')).toBeUndefined();
  });

  test('is not placed while a step is missing', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const answer = await shopper.submit('/checkout/place', { seen: '1 USD' });
    expect([answer.status, answer.text.includes('Something is missing for your order')]).toEqual([422, true]);
  });

  test('whose cart is gone is said to be, and not shown as an empty cart alone', async () => {
    const shopper = new TestShopper();
    await fillCart(shopper);
    const review = await goToReview(shopper);
    await backendControl.forgetCart(shopper.cookie('cart') ?? '');
    const answer = await shopper.submit('/checkout/place', { seen: seenOn(review) });
    expect([answer.status, answer.text.includes('This cart is no longer there')]).toEqual([422, true]);
    expect(shopper.cookie('cart')).toBeUndefined();
  });
});
