import type { ProductRecord } from '@maho-storefront/kv-schema';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { backendControl } from './testing/backend-control.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { type FormFields, TestShopper } from './testing/test-shopper.js';
import { type Answer, call, post } from './testing/worker-client.js';

const UNKNOWN_CART = '0123456789abcdef0123456789abcdef';

let products: ProductRecord[] = [];

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
  products = (await new ShopInKv('en').products()).filter(
    ({ type, hasRequiredOptions, stockStatus }) =>
      type === 'simple' && !hasRequiredOptions && stockStatus === 'in_stock',
  );
});
beforeEach(() => backendControl.forgetRequests());

function plainOne(n = 0): ProductRecord {
  const product = products[n];
  if (product === undefined) throw new Error('The shop has not enough simple products');
  return product;
}

/** A shopper with so many of a product in the cart. */
async function shopperWith(qty: number, n = 0): Promise<TestShopper> {
  const shopper = new TestShopper();
  const { id, slug } = plainOne(n);
  await shopper.submit('/cart/add', { product: String(id), slug, qty: String(qty) });
  await backendControl.forgetRequests();
  return shopper;
}

/** Sends a form of the cart's page with the id of its first line. */
async function change(shopper: TestShopper, path: string, fields: FormFields = {}): Promise<Answer> {
  const { text } = await shopper.visit('/cart');
  const item = /name="item" value="(\d+)"/.exec(text)?.[1] ?? '';
  await backendControl.forgetRequests();
  return shopper.submit(path, { item, product: String(plainOne().id), ...fields });
}

const lines = ({ text }: Answer) => text.match(/<li class="cart-line"/g)?.length ?? 0;
const amount = ({ text }: Answer, title: string) =>
  new RegExp(`<dt>${title}</dt><dd>([^<]+)<`).exec(text)?.[1];
const alert = ({ text }: Answer) => />([^<]*)</.exec(/role="alert"(>[^<]*<)/.exec(text)?.[1] ?? '')?.[1];

async function requests(): Promise<number> {
  return z.object({ total: z.number() }).parse(await backendControl.stats()).total;
}

describe('the cart', () => {
  it('is empty for whoever has put nothing in, without a request to the shop', async () => {
    const answer = await new TestShopper().visit('/cart');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(answer.text).toContain('Your cart is empty');
    expect(await requests()).toBe(0);
  });

  it('shows each line with its picture, its product, its price and what it costs', async () => {
    const { name, slug } = plainOne();
    const shopper = await shopperWith(2);
    const answer = await shopper.visit('/cart');
    expect(await requests()).toBe(1);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(answer.text).toContain(`<a href="/${slug}">${name}</a>`);
    expect(answer.text).toMatch(/<input id="qty-\d+"[^>]*value="2"/);
    expect(answer.text).toContain(' each<');
    expect(amount(answer, 'To pay')).toBe(amount(answer, 'Subtotal'));
    expect(amount(answer, 'Shipping')).toBe('Counted at checkout');
    expect(answer.text).toContain('href="/checkout"');
    expect(answer.text).not.toContain(shopper.cookie('cart') ?? 'no cookie');
  });

  it('speaks the language of its store', async () => {
    const shopper = new TestShopper({ origin: 'http://de.localhost' });
    await post('/sync?store=de');
    expect((await shopper.visit('/cart')).text).toContain('Ihr Warenkorb ist leer');
  });

  it('says what is sold out meanwhile', async () => {
    const { id } = plainOne(3);
    const shopper = await shopperWith(1, 3);
    await backendControl.edit({ op: 'setStock', id, qty: 0 });
    expect((await shopper.visit('/cart')).text).toContain('Sold out meanwhile');
  });
});

describe('a line', () => {
  it('gets another quantity with one request, and its price with it', async () => {
    const shopper = await shopperWith(1);
    const before = amount(await shopper.visit('/cart'), 'To pay');
    const answer = await change(shopper, '/cart/items', { qty: '3' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cart']);
    expect(await requests()).toBe(1);
    expect(shopper.cookie('cart-count')).toBe('3');
    const after = await shopper.visit('/cart');
    expect(after.text).toMatch(/<input id="qty-\d+"[^>]*value="3"/);
    expect(amount(after, 'To pay')).not.toBe(before);
  });

  test.each([
    ['0', 'Please enter a quantity above zero.'],
    ['-1', 'Please enter a quantity above zero.'],
    ['1.5', 'This product is only sold in whole pieces.'],
    ['10001', 'We sell at most 10,000 at once.'],
    ['', 'Please enter a quantity above zero.'],
  ])('is not set to “%s”: the message is beside it, and the cart as it was', async (qty, message) => {
    const shopper = await shopperWith(2);
    const answer = await change(shopper, '/cart/items', { qty });
    expect(answer.status).toBe(422);
    expect(await requests()).toBeLessThanOrEqual(2);
    expect(alert(answer)).toBe(message);
    expect(answer.text).toMatch(
      new RegExp(`<input id="qty-\\d+"[^>]*value="${qty}"[^>]*aria-invalid="true"`),
    );
    expect(shopper.cookie('cart-count')).toBe('2');
  });

  it('is taken out, and the cart is empty then', async () => {
    const shopper = await shopperWith(2);
    const answer = await change(shopper, '/cart/remove');
    expect([answer.status, await requests()]).toEqual([303, 1]);
    expect(shopper.cookie('cart-count')).toBe('0');
    expect((await shopper.visit('/cart')).text).toContain('Your cart is empty');
  });

  it('that is not in the cart is said not to be', async () => {
    const shopper = await shopperWith(2);
    for (const item of ['999999', 'x', '']) {
      const answer = await shopper.submit('/cart/items', { item, qty: '1' });
      expect([answer.status, alert(answer), lines(answer)]).toEqual([
        422,
        'This is no longer in your cart.',
        1,
      ]);
    }
  });
});

describe('a code', () => {
  it('for a discount lowers what is to be paid, and is taken off again', async () => {
    const shopper = await shopperWith(1);
    const full = amount(await shopper.visit('/cart'), 'To pay');
    expect((await change(shopper, '/cart/coupon', { coupon: ' SAVE10 ' })).status).toBe(303);
    expect(await requests()).toBe(1);
    const reduced = await shopper.visit('/cart');
    expect(reduced.text).toContain('Discount code SAVE10');
    expect(amount(reduced, 'Discount')).toMatch(/^-\$/);
    expect(amount(reduced, 'To pay')).not.toBe(full);
    await change(shopper, '/cart/coupon/remove');
    expect(amount(await shopper.visit('/cart'), 'To pay')).toBe(full);
  });

  test.each([
    ['NOSUCH', 'We do not know this discount code, or it is no longer valid.'],
    ['EXPIRED', 'This discount code does not apply to your cart.'],
    ['', 'We do not know this discount code, or it is no longer valid.'],
    ['<b>"', 'We do not know this discount code, or it is no longer valid.'],
  ])('“%s” is refused beside its field, which keeps it', async (coupon, message) => {
    const shopper = await shopperWith(1);
    const answer = await change(shopper, '/cart/coupon', { coupon });
    expect(answer.status).toBe(422);
    expect(await requests()).toBeLessThanOrEqual(2);
    expect(answer.text).toContain(`<p id="coupon-problem" class="field-problem">${message}</p>`);
    const kept = coupon.replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;');
    expect(answer.text).toContain(`value="${kept}"`);
    expect(lines(answer)).toBe(1);
  });

  it('of a gift card pays, and is taken off again', async () => {
    const shopper = await shopperWith(1);
    expect((await change(shopper, '/cart/gift-card', { 'gift-card': 'GIFT-25' })).status).toBe(303);
    const paid = await shopper.visit('/cart');
    expect(amount(paid, 'Paid by gift card')).toBe('-$25.00');
    await change(shopper, '/cart/gift-card/remove', { code: 'GIFT-25' });
    expect(amount(await shopper.visit('/cart'), 'Paid by gift card')).toBeUndefined();
  });

  test.each([
    ['NOSUCH', 'We do not know this gift card.'],
    ['GIFT-USED', 'This gift card cannot be used: it has expired, is used up, or is not active yet.'],
    ['GIFT-EXPIRED', 'This gift card cannot be used: it has expired, is used up, or is not active yet.'],
  ])('%s of a gift card is refused beside its field', async (code, message) => {
    const answer = await change(await shopperWith(1), '/cart/gift-card', { 'gift-card': code });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`<p id="gift-card-problem" class="field-problem">${message}</p>`);
  });
});

describe('an estimate', () => {
  it('says what shipping costs to a place, and counts the tax there', async () => {
    const shopper = await shopperWith(1);
    const place = { country: 'US', region: 'california', postcode: '90210' };
    expect((await change(shopper, '/cart/estimate', place)).status).toBe(303);
    expect(await requests()).toBe(1);
    const cart = await shopper.visit('/cart');
    expect(cart.text).toMatch(/<dt>Flat Rate[^<]*<\/dt><dd>\$5\.00<|<dt>Free[^<]*<\/dt><dd>Free</);
    expect(amount(cart, 'Tax')).toMatch(/^\$/);
    expect(cart.text).toContain('value="90210"');
  });

  test.each([
    [{ country: 'XX', region: '' }, 'We do not deliver there.'],
    [{ country: '', region: '' }, 'We do not deliver there.'],
    [{ country: 'US', region: 'Bavaria' }, 'We do not know this state or region.'],
  ])('of %j asks for another', async (place, message) => {
    const answer = await change(await shopperWith(1), '/cart/estimate', place);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(lines(answer)).toBe(1);
  });
});

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

test('no page of another origin changes a cart', async () => {
  const shopper = await shopperWith(1);
  for (const path of ['/cart/add', '/cart/items', '/cart/remove', '/cart/coupon', '/cart/estimate']) {
    for (const site of ['cross-site', 'same-site', 'none']) {
      const answer = await call(path, {
        origin: 'http://en.localhost',
        secret: null,
        method: 'POST',
        headers: { 'Sec-Fetch-Site': site, Cookie: `cart=${shopper.cookie('cart')}` },
        body: new URLSearchParams({ item: '1', qty: '9' }),
      });
      expect([answer.status, answer.json.error]).toEqual([403, 'cross_origin']);
    }
  }
  expect(await requests()).toBe(0);
});

test('a form’s address leads to the cart, and knows no other method', async () => {
  const shopper = new TestShopper();
  for (const path of ['/cart/add', '/cart/items', '/cart/coupon']) {
    const answer = await shopper.visit(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cart']);
    expect((await call(path, { method: 'DELETE' })).status).toBe(405);
  }
});

describe('while the shop does not answer', () => {
  it('there is an error page, and the cart is there again afterwards', async () => {
    const shopper = await shopperWith(2);
    const { text } = await shopper.visit('/cart');
    const item = /name="item" value="(\d+)"/.exec(text)?.[1] ?? '';
    await backendControl.fail([{ match: 'guest-carts', kind: 'status', status: 503 }]);
    const shown = await shopper.visit('/cart');
    const changed = await shopper.submit('/cart/items', { item, qty: '5' });
    await backendControl.heal();
    for (const answer of [shown, changed]) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect(shopper.cookie('cart-count')).toBe('2');
    expect((await shopper.visit('/cart')).text).toMatch(/<input id="qty-\d+"[^>]*value="2"/);
  });

  it('a shopper whom it asks to slow down is told so beside the form', async () => {
    const shopper = await shopperWith(1);
    await backendControl.fail([{ match: 'coupon', kind: 'status', status: 429 }]);
    const answer = await change(shopper, '/cart/coupon', { coupon: 'SAVE10' });
    await backendControl.heal();
    expect(answer.status).toBe(429);
    expect(answer.text).toContain('That was a little too often.');
    expect(lines(answer)).toBe(1);
  });
});
