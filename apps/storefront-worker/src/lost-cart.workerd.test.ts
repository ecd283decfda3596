import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { alert, lines, openShop, plainOne, requests, shopperWith } from './testing/simple-cart.js';
import { TestShopper } from './testing/test-shopper.js';

const UNKNOWN_CART = '0123456789abcdef0123456789abcdef';

beforeAll(openShop);
beforeEach(() => backendControl.forgetRequests());

describe('a cart that is gone', () => {
  it('is opened anew by Maho when something is put in, and the new one is kept', async () => {
    const shopper = await shopperWith(2);
    const before = shopper.cookie('cart') ?? '';
    await backendControl.forgetCart(before);
    const { id, slug } = plainOne(1);
    expect((await shopper.submit('/cart/add', { product: String(id), slug, qty: '1' })).status).toBe(303);
    expect(shopper.cookie('cart')).toMatch(/^[0-9a-f]{32}$/);
    expect(shopper.cookie('cart')).not.toBe(before);
    expect(lines(await shopper.visit('/cart'))).toBe(1);
  });

  it('is empty, and its cookie is dropped', async () => {
    const shopper = await shopperWith(2);
    await backendControl.forgetCart(shopper.cookie('cart') ?? '');
    const answer = await shopper.visit('/cart');
    expect([answer.status, lines(answer)]).toEqual([200, 0]);
    expect([shopper.cookie('cart'), shopper.cookie('cart-count')]).toEqual([undefined, '0']);
  });

  test.each([
    ['never was', UNKNOWN_CART],
    ['has been tampered with', '../customers/me'],
    ['is no id', 'x'.repeat(5_000)],
  ])('because it %s shows an empty cart without its cookie', async (_why, value) => {
    const shopper = new TestShopper();
    shopper.setCookie('cart', value);
    const answer = await shopper.visit('/cart');
    expect([answer.status, lines(answer)]).toEqual([200, 0]);
    expect(shopper.cookie('cart')).toBeUndefined();
  });

  it('because it is another shopper’s by number shows nothing of it: the page to sign in is for whoever owns it', async () => {
    const shopper = new TestShopper();
    shopper.setCookie('cart', '7');
    const answer = await shopper.visit('/cart');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/account/sign-in?why=expired&to=%2Fcart',
    ]);
  });

  it('cannot be changed: the shopper is told, and starts anew', async () => {
    for (const path of ['/cart/items', '/cart/remove', '/cart/coupon', '/cart/gift-card', '/cart/estimate']) {
      const shopper = new TestShopper();
      shopper.setCookie('cart', UNKNOWN_CART);
      await backendControl.forgetRequests();
      const answer = await shopper.submit(path, { item: '1', qty: '1', coupon: 'SAVE10', country: 'US' });
      expect([path, answer.status, alert(answer)]).toEqual([
        path,
        422,
        'This cart is no longer there. Please put together a new one.',
      ]);
      expect(shopper.cookie('cart')).toBeUndefined();
      expect(await requests()).toBeLessThanOrEqual(2);
    }
  });
});

describe('a customer', () => {
  async function signedIn(): Promise<TestShopper> {
    const shopper = new TestShopper();
    const answer = await shopper.submit('/account/sign-in', {
      email: 'ada@example.com',
      password: 'analytical',
    });
    expect(answer.status).toBe(303);
    return shopper;
  }

  const tile = () => ({ product: String(plainOne().id), slug: plainOne().slug });

  it('has a cart by its number', async () => {
    const shopper = await signedIn();
    expect((await shopper.submit('/cart/add', tile())).status).toBe(303);
    expect(shopper.cookie('cart')).toMatch(/^[1-9]\d*$/);
    expect(lines(await shopper.visit('/cart'))).toBe(1);
  });

  it('whose cart is gone, or was never theirs, gets another one with what is put in', async () => {
    const shopper = await signedIn();
    shopper.setCookie('cart', '999999');
    expect(lines(await shopper.visit('/cart'))).toBe(0);
    shopper.setCookie('cart', '999999');
    expect((await shopper.submit('/cart/add', tile())).status).toBe(303);
    expect(shopper.cookie('cart')).toMatch(/^[1-9]\d*$/);
    expect(shopper.cookie('cart')).not.toBe('999999');
    expect(lines(await shopper.visit('/cart'))).toBe(1);
  });
});
