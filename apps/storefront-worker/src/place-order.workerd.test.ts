import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import {
  fillCart,
  goToReview,
  ordersInShop,
  requestsToShop,
  seenOn,
  whereTo,
} from './testing/checkout-walk.js';
import { PAYMENT_PAGE_PATH } from './testing/payment-page.js';
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
    await backendControl.fail([{ match: 'place-order', kind: 'status', status: 503, times: 1 }]);
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

  test('at another amount than the shopper saw is not placed, but shown anew', async () => {
    const shopper = new TestShopper();
    const { id, price } = await fillCart(shopper);
    const review = await goToReview(shopper);
    const before = (await ordersInShop()).length;
    await backendControl.edit({ op: 'massUpdatePrice', id, price: (price ?? 0) + 7 });
    const changed = await shopper.submit('/checkout/place', { seen: seenOn(review), note: 'Ring twice' });
    expect(changed.status).toBe(409);
    expect(changed.text).toContain('The amount has changed');
    expect(changed.text).toContain('Ring twice');
    expect(seenOn(changed)).not.toBe(seenOn(review));
    expect(await ordersInShop()).toHaveLength(before);
    expect(await whereTo(shopper.submit('/checkout/place', { seen: seenOn(changed) }))).toBe(
      '/checkout/success',
    );
    const [order] = (await ordersInShop()).slice(-1);
    expect(`${order?.grandTotal} USD`).toBe(seenOn(changed));
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
    expect(await whereTo(shopper.submit('/checkout/place', { seen: '1 USD' }))).toBe('/checkout');
  });
});

describe('a page to pay on', () => {
  const payment = async () => {
    const all = await fetch(`${inject('backendUrl')}${PAYMENT_PAGE_PATH}/all`);
    const payments: { amount: number; state: string }[] = await all.json();
    return payments.at(-1);
  };

  async function shopperWhoPays(): Promise<{ shopper: TestShopper; page: string; seen: string }> {
    await backendControl.shopSettings({
      paymentMethods: [{ code: 'hostedcard', title: 'Card', isOffline: false }],
    });
    const shopper = new TestShopper();
    await fillCart(shopper);
    const review = await goToReview(shopper, 'hostedcard');
    const origin = new URL(inject('backendUrl')).origin;
    expect(review.headers.get('content-security-policy')).toContain(`form-action 'self' ${origin}`);
    const page = await whereTo(shopper.submit('/checkout/place', { seen: seenOn(review) }));
    expect(page).toMatch(/\/hosted-payment\/page\/pay-\d+$/);
    return { shopper, page: String(page), seen: seenOn(review) };
  }

  async function decide(page: string, decision: 'pay' | 'cancel'): Promise<string> {
    const answer = await fetch(`${page}?decide=${decision}`, { redirect: 'manual' });
    const { pathname, search } = new URL(answer.headers.get('location') ?? '');
    return pathname + search;
  }

  test('is visited before the order is placed, and the order is placed for what was paid', async () => {
    const { shopper, page, seen } = await shopperWhoPays();
    const before = (await ordersInShop()).length;
    expect(`${(await payment())?.amount} USD`).toBe(seen);
    expect(await whereTo(shopper.visit(await decide(page, 'pay')))).toBe('/checkout/success');
    expect(await ordersInShop()).toHaveLength(before + 1);
    expect((await shopper.visit('/checkout/success')).text).toContain('Card');
  });

  test('that was left without paying leads back, and nothing is ordered', async () => {
    const { shopper, page } = await shopperWhoPays();
    const before = (await ordersInShop()).length;
    const back = await shopper.visit(await decide(page, 'cancel'));
    expect([back.status, back.text.includes('The payment was not made')]).toEqual([422, true]);
    expect(await ordersInShop()).toHaveLength(before);
  });

  test('is the same one for a shopper who places the order twice, and is not paid twice', async () => {
    const { shopper, page, seen } = await shopperWhoPays();
    expect(await whereTo(shopper.submit('/checkout/place', { seen }))).toBe(page);
    await decide(page, 'pay');
    // The shopper never came back by the page's own link.
    expect(await whereTo(shopper.submit('/checkout/place', { seen }))).toBe('/checkout/success');
  });

  test('gives the money free where the cart has changed since', async () => {
    const { shopper, page } = await shopperWhoPays();
    const before = (await ordersInShop()).length;
    const back = await decide(page, 'pay');
    await fillCart(shopper);
    const changed = await shopper.visit(back);
    expect([changed.status, (await payment())?.state]).toEqual([409, 'refused']);
    expect(await ordersInShop()).toHaveLength(before);
  });

  test('that does not answer is told of, and nothing is ordered or lost', async () => {
    const { shopper, page, seen } = await shopperWhoPays();
    const before = (await ordersInShop()).length;
    const back = await decide(page, 'pay');
    const service = `${inject('backendUrl')}${PAYMENT_PAGE_PATH}`;
    await fetch(`${service}/down`);
    const failed = await shopper.visit(back);
    expect([failed.status, failed.text.includes('payment service does not answer')]).toEqual([503, true]);
    expect((await shopper.submit('/checkout/place', { seen })).status).toBe(503);
    await fetch(`${service}/up`);
    expect(await ordersInShop()).toHaveLength(before);
    expect(await whereTo(shopper.visit(back))).toBe('/checkout/success');
    expect(await ordersInShop()).toHaveLength(before + 1);
  });

  test('does not believe a return that it did not cause', async () => {
    const { shopper } = await shopperWhoPays();
    const before = (await ordersInShop()).length;
    const back = await shopper.visit('/checkout/payment/return?payment=made-up');
    expect(back.status).toBe(422);
    expect(await ordersInShop()).toHaveLength(before);
  });
});
