import { env } from 'cloudflare:workers';
import type { ProductRecord } from '@maho-storefront/kv-schema';
import { afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { filledForm } from './testing/filled-form.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { alert, lines, openShop, plainOne, requests, shopperWith } from './testing/simple-cart.js';
import { TestShopper } from './testing/test-shopper.js';

const UNKNOWN_REFUSAL = 'The shop did not accept this. Nothing has changed; please check what you entered.';
const UNCLEAR =
  'The shop did not answer. What you entered is still here; please look into your cart before you try again: this may be in it already.';
const NO_ANSWER =
  'The shop does not answer at the moment. What you entered is still here; please try again in a moment.';

let personalised: ProductRecord;

beforeAll(async () => {
  await openShop();
  const found = (await new ShopInKv('en').products()).find(
    ({ stockStatus, customOptions }) =>
      stockStatus === 'in_stock' && customOptions.some(({ type }) => type === 'field'),
  );
  if (found === undefined) throw new Error('The shop has no product with a text to enter');
  personalised = found;
});
afterEach(() => backendControl.heal());

async function itemOf(shopper: TestShopper): Promise<string> {
  const { text } = await shopper.visit('/cart');
  await backendControl.forgetRequests();
  return /name="item" value="(\d+)"/.exec(text)?.[1] ?? '';
}

describe('a product that cannot be put into the cart', () => {
  test.each([
    ['is refused in words that no rule knows', { kind: 'status', status: 400 }, 422, UNKNOWN_REFUSAL],
    ['collides with another request', { kind: 'status', status: 409 }, 422, UNKNOWN_REFUSAL],
    ['meets a shop that has failed', { kind: 'status', status: 500 }, 503, UNCLEAR],
    ['meets a firewall', { kind: 'status', status: 403 }, 503, UNCLEAR],
    ['meets a page about maintenance', { kind: 'html' }, 503, UNCLEAR],
    ['is answered with half an answer', { kind: 'truncate' }, 503, UNCLEAR],
    ['is added, and the answer is lost', { kind: 'lost' }, 503, UNCLEAR],
  ])('because it %s keeps all that was entered', async (_why, fault, status, message) => {
    const shopper = await shopperWith(1);
    await backendControl.fail([{ match: '/items', ...fault }]);
    const { fields, files } = filledForm(personalised);
    const answer = await shopper.submit('/cart/add', { ...fields, qty: '3' }, files);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([
      status,
      status === 503 ? '30' : null,
    ]);
    expect(alert(answer)).toBe(message);
    expect(answer.text).toMatch(/<input id="qty"[^>]*value="3"/);
    expect(answer.text).toMatch(/name="options\[\d+\]"[^>]*value="Ada"/);
    expect(await requests()).toBe(1);
    expect(shopper.cookie('cart')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is told to a script in the same words', async () => {
    const { id, slug } = plainOne();
    await backendControl.fail([{ match: 'guest-carts', kind: 'status', status: 503 }]);
    const answer = await new TestShopper().submitByScript('/cart/add', { product: String(id), slug });
    expect(answer.status).toBe(503);
    expect(answer.json).toEqual({ error: 'backend_failed', message: UNCLEAR, fields: [] });
  });
});

describe('a cart that cannot be changed', () => {
  test.each([
    ['/cart/items', { qty: '7' }, 400, 422, UNKNOWN_REFUSAL],
    ['/cart/items', { qty: '7' }, 503, 503, NO_ANSWER],
    ['/cart/coupon', { coupon: 'SAVE10' }, 400, 422, UNKNOWN_REFUSAL],
    ['/cart/coupon', { coupon: 'SAVE10' }, 502, 503, NO_ANSWER],
    ['/cart/gift-card', { 'gift-card': 'GIFT-25' }, 503, 503, NO_ANSWER],
    ['/cart/estimate', { country: 'DE', postcode: '80331' }, 503, 503, NO_ANSWER],
    [
      '/cart/estimate',
      { country: 'DE', postcode: '80331' },
      429,
      429,
      'That was a little too often. Please wait a moment and try again.',
    ],
  ])(
    'by %s with %j (the shop answers %d) is shown with what was typed',
    async (path, fields, fails, status, message) => {
      const shopper = await shopperWith(2);
      const item = await itemOf(shopper);
      await backendControl.fail([
        { match: '/(items|coupon|giftcards|shipping-methods)', kind: 'status', status: fails },
      ]);
      const answer = await shopper.submit(path, { item, ...fields });
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(message);
      for (const typed of Object.values(fields)) expect(answer.text).toMatch(new RegExp(`value="${typed}"`));
      expect([lines(answer), shopper.cookie('cart-count')]).toEqual([1, '2']);
      expect(await requests()).toBe(2);
    },
  );

  it('nor read is an error page, and the cart is there again afterwards', async () => {
    const shopper = await shopperWith(2);
    const item = await itemOf(shopper);
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
});

test('an index that cannot be asked costs the cart its links, not its lines, and nothing is added twice', async () => {
  const { name, slug, id } = plainOne();
  const broken = new Proxy(env.STORE_CATALOG, {
    get: () => () => {
      throw new Error('The object is overloaded');
    },
  });
  const shopper = new TestShopper({ variables: { STORE_CATALOG: broken } });
  const added = await shopper.submitByScript('/cart/add', { product: String(id), slug });
  expect([added.status, added.json.itemsQty]).toEqual([200, 1]);
  const cart = await shopper.visit('/cart');
  expect([cart.status, lines(cart)]).toEqual([200, 1]);
  expect(cart.text).toContain(`<p class="cart-line-name">${name}</p>`);
});
