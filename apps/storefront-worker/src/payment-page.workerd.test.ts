import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { cartOrder } from './shopping/checkout/place-order/cart-order.js';
import { backendControl } from './testing/backend-control.js';
import { fillCart, goToReview, ordersInShop, seenOn, whereTo } from './testing/checkout-walk.js';
import { PAYMENT_PAGE_PATH } from './testing/payment-page.js';
import { TestShopper } from './testing/test-shopper.js';
import { post } from './testing/worker-client.js';

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

beforeEach(async () => {
  await backendControl.heal();
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
    expect(seen).toContain(`${(await payment())?.amount} USD `);
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

  test('has nothing ordered by whoever only looks at the way back', async () => {
    const { shopper, page } = await shopperWhoPays();
    const before = (await ordersInShop()).length;
    const back = await decide(page, 'pay');
    expect(await whereTo(shopper.look(back))).toBe('/checkout');
    expect(await ordersInShop()).toHaveLength(before);
    expect(await whereTo(shopper.visit(back))).toBe('/checkout/success');
    expect(await whereTo(shopper.visit(back))).toBe('/checkout/success');
    expect(await ordersInShop()).toHaveLength(before + 1);
  });

  test('gives the money of a shopper who never comes back free, a day later', async () => {
    const { shopper, page } = await shopperWhoPays();
    await decide(page, 'pay');
    const cart = { maskedId: shopper.cookie('cart') ?? '' };
    expect(await runDurableObjectAlarm(await cartOrder(env, 'en', cart))).toBe(true);
    expect((await payment())?.state).toBe('refused');
  });

  test('does not believe a return that it did not cause', async () => {
    const { shopper } = await shopperWhoPays();
    const before = (await ordersInShop()).length;
    const back = await shopper.visit('/checkout/payment/return?payment=made-up');
    expect(back.status).toBe(422);
    expect(await ordersInShop()).toHaveLength(before);
  });
});
