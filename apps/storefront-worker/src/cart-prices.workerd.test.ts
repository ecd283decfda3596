import type { ProductRecord } from '@maho-storefront/kv-schema';
import { beforeAll, expect, test } from 'vitest';
import { formatMoney } from './formatting/money.js';
import { backendControl } from './testing/backend-control.js';
import { filledForm } from './testing/filled-form.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { TestShopper } from './testing/test-shopper.js';
import { type Answer, post } from './testing/worker-client.js';
import { makeWorker } from './worker.js';

let products: ProductRecord[] = [];

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
  products = (await new ShopInKv('en').products()).filter(({ stockStatus }) => stockStatus === 'in_stock');
});

function product(fits: (product: ProductRecord) => boolean): ProductRecord {
  const found = products.find((one) => one.customOptions.length === 0 && fits(one));
  if (found === undefined) throw new Error('The shop has no such product');
  return found;
}

const isPlain = ({ type, stockQty = 0 }: ProductRecord) => type === 'simple' && stockQty > 20;
const money = (amount: number) => formatMoney(amount, 'USD', 'en_US');

/** Adds something to a shopper's cart and answers the cart's page; the page again where it is refused. */
function added(shopper: TestShopper, wanted: ProductRecord, qty = '1'): Promise<Answer> {
  return shopper.submitAndFollow('/cart/add', { ...filledForm(wanted).fields, qty });
}

/** Prices of the lines, as the cart's page says them. */
const prices = ({ text }: Answer) => [...text.matchAll(/>([^<>]+) each</g)].map(([, price]) => price);

test('what a choice adds to a price is shown by the cart, as no page knows it', async () => {
  const wanted = product(({ type }) => type === 'configurable');
  const [first] = wanted.configurableOptions;
  const value = wanted.variants.find(({ inStock }) => inStock)?.attributes[first?.code ?? ''];
  await backendControl.shopSettings({ surcharges: { [`${wanted.id}/${value}`]: 12.34 } });
  const answer = await added(new TestShopper(), wanted);
  await backendControl.shopSettings({ surcharges: {} });
  expect(prices(answer)).toEqual([money((wanted.finalPrice ?? 0) + 12.34)]);
  expect(answer.text).toContain(`<dt>To pay</dt><dd>${money((wanted.finalPrice ?? 0) + 12.34)}</dd>`);
});

test('a special price is what the cart charges', async () => {
  const wanted = product((one) => isPlain(one) && (one.finalPrice ?? 0) < (one.price ?? 0));
  expect(prices(await added(new TestShopper(), wanted))).toEqual([money(wanted.finalPrice ?? 0)]);
});

test('many of a product cost what the page says they do', async () => {
  const wanted = product((one) => isPlain(one) && one.tierPrices.length > 0);
  const [tier] = wanted.tierPrices;
  const answer = await added(new TestShopper(), wanted, String(tier?.qty));
  expect(prices(answer)).toEqual([money(tier?.price ?? 0)]);
});

test('a rule that only listings know does not change what the cart charges and its page says', async () => {
  const wanted = product(isPlain);
  await backendControl.edit({ op: 'setPriceRule', id: wanted.id, percent: 50 });
  const answer = await added(new TestShopper(), wanted);
  await backendControl.edit({ op: 'setPriceRule', id: wanted.id, percent: 0 });
  expect(prices(answer)).toEqual([money(wanted.finalPrice ?? 0)]);
});

test('a price that changed since the page was made is shown by the cart at once', async () => {
  const wanted = product((one) => isPlain(one) && one.finalPrice === one.price);
  const shopper = new TestShopper();
  await added(shopper, wanted);
  await backendControl.edit({ op: 'updateProduct', id: wanted.id, patch: { price: 777 } });
  expect(prices(await shopper.visit('/cart'))).toEqual([money(777)]);
});

test('the same thing again adds to its line, another choice is another line', async () => {
  const wanted = product(({ type }) => type === 'configurable');
  const [first, second] = wanted.variants.filter(({ inStock }) => inStock);
  const shopper = new TestShopper();
  await added(shopper, wanted);
  const twice = await added(shopper, wanted);
  expect(twice.text).toMatch(/<input id="qty-\d+"[^>]*value="2"/);
  if (first === undefined || second === undefined) throw new Error('One variant is no choice');
  const others = wanted.configurableOptions.map(({ id, code }) => [
    `super_attribute[${id}]`,
    String(second.attributes[code]),
  ]);
  const fields = { ...filledForm(wanted).fields, ...Object.fromEntries(others) };
  expect(prices(await shopper.submitAndFollow('/cart/add', fields))).toHaveLength(2);
});

test.each([
  ['sold out', (id: number) => ({ op: 'setStock', id, qty: 0 }), 'This product is sold out.'],
  [
    'no longer sold',
    (id: number) => ({ op: 'setStatus', id, status: 'disabled' }),
    'This product cannot be bought at the moment.',
  ],
  ['deleted', (id: number) => ({ op: 'deleteProduct', id }), 'This product is no longer sold.'],
])(
  'what is %s since its page was made is refused on that page, and the cart stays',
  async (_why, edit, message) => {
    const [kept, wanted] = products.filter((one) => isPlain(one) && one.customOptions.length === 0).slice(-2);
    if (kept === undefined || wanted === undefined) throw new Error('The shop has not enough products');
    const shopper = new TestShopper();
    await added(shopper, kept);
    await backendControl.edit(edit(wanted.id));
    const answer = await added(shopper, wanted);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`<p class="problem-note" role="alert">${message}</p>`);
    expect(answer.text).toContain(`<h1>${wanted.name}</h1>`);
    expect(prices(await shopper.visit('/cart'))).toHaveLength(1);
    await backendControl.startOver();
  },
);

test('what the shop takes though it sells it in another website only is in the cart at its price, with no page to lead to', async () => {
  const wanted = product((one) => isPlain(one) && one.finalPrice === one.price);
  await backendControl.edit({ op: 'removeFromWebsite', id: wanted.id, websiteId: 1 });
  const shopper = new TestShopper();
  expect(prices(await added(shopper, wanted))).toEqual([money(wanted.finalPrice ?? 0)]);
  expect(
    (await post('/sync/products-by-id?store=en', { body: JSON.stringify({ ids: [wanted.id] }) })).status,
  ).toBe(200);
  // Where the product has not been read before.
  const later = new TestShopper({ isolate: makeWorker() });
  later.setCookie('cart', shopper.cookie('cart') ?? '');
  const cart = await later.visit('/cart');
  expect(prices(cart)).toEqual([money(wanted.finalPrice ?? 0)]);
  expect(cart.text).toContain(`<p class="cart-line-name">${wanted.name}</p>`);
  expect((await added(later, wanted)).text).toContain('This product is no longer sold.');
  await backendControl.startOver();
});
