import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { alert, lines, openShop, plainOne, requests, shopperWith } from './testing/simple-cart.js';
import { type FormFields, TestShopper } from './testing/test-shopper.js';
import { type Answer, call, post } from './testing/worker-client.js';
import { makeWorker } from './worker.js';

beforeAll(openShop);
beforeEach(() => backendControl.forgetRequests());

/** Sends a form of the cart's page with the id of its first line. */
async function change(shopper: TestShopper, path: string, fields: FormFields = {}): Promise<Answer> {
  const { text } = await shopper.visit('/cart');
  const item = /name="item" value="(\d+)"/.exec(text)?.[1] ?? '';
  await backendControl.forgetRequests();
  return shopper.submit(path, { item, product: String(plainOne().id), ...fields });
}

const amount = ({ text }: Answer, title: string) =>
  new RegExp(`<dt>${title}</dt><dd>([^<]+)<`).exec(text)?.[1];

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

  it('keeps to what the shop sells of it at once, fractions too, and its field takes them', async () => {
    const shopper = await shopperWith(2);
    const { id, slug } = plainOne();
    const record = await env.CONTENT.getWithMetadata(`en:product:${slug}`, 'text');
    const rules = { minSaleQty: 1.5, maxSaleQty: 6, qtyIncrements: 0.5, isQtyDecimal: true };
    const ruled = JSON.stringify({ ...JSON.parse(record.value ?? ''), ...rules });
    await env.CONTENT.put(`en:product:${slug}`, ruled, { metadata: record.metadata });
    const isolate = makeWorker();
    const change = (qty: string) =>
      call('/cart/items', {
        isolate,
        origin: 'http://en.localhost',
        secret: null,
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: `cart=${shopper.cookie('cart')}` },
        body: new URLSearchParams({ item: '1', product: String(id), slug, qty }),
      });
    const said = [];
    for (const qty of ['1', '7', '1.75']) said.push(alert(await change(qty)));
    const { text } = await change('2.5');
    await env.CONTENT.put(`en:product:${slug}`, record.value ?? '', { metadata: record.metadata });
    expect(said).toEqual([
      'We sell at least 1.5 at once.',
      'We sell at most 6 at once.',
      'This product is sold in steps of 0.5.',
    ]);
    // Maho has no such line: it was asked.
    expect(text).toContain('This is no longer in your cart.');
    expect(text).toMatch(/<input id="qty-\d+"[^>]*min="0"[^>]*step="any"/);
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

  test.each([{}, { code: '' }, { code: '..' }, { code: 'GIFT-25' }])(
    'that is not on the cart is not taken off: %j',
    async (fields) => {
      const answer = await change(await shopperWith(1), '/cart/gift-card/remove', fields);
      expect([answer.status, lines(answer)]).toEqual([422, 1]);
      expect(answer.text).toContain('This gift card is not on your cart.');
    },
  );

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
  const place = { country: 'US', region: 'california', postcode: '90210' };

  it('says what shipping costs to a place, and counts the tax there', async () => {
    const shopper = await shopperWith(1);
    expect((await change(shopper, '/cart/estimate', place)).status).toBe(303);
    expect(await requests()).toBe(1);
    const cart = await shopper.visit('/cart');
    expect(cart.text).toMatch(/<dt>Flat Rate[^<]*<\/dt><dd>\$5\.00<|<dt>Free[^<]*<\/dt><dd>Free</);
    expect(amount(cart, 'Tax')).toMatch(/^\$/);
    expect(cart.text).toContain('value="90210"');
  });

  it('offers the regions of its country, and shows the one that was chosen', async () => {
    const shopper = await shopperWith(1);
    const before = await shopper.visit('/cart');
    const california = /<option value="(\d+)">California</.exec(before.text)?.[1] ?? '';
    expect(california).not.toBe('');
    await change(shopper, '/cart/estimate', { ...place, region: california });
    const cart = await shopper.visit('/cart');
    expect(cart.text).toContain(`<option value="${california}" selected="">California</option>`);
    expect(amount(cart, 'Tax')).toMatch(/^\$/);
  });

  it('of another country asks for a region of that one, without a script too', async () => {
    const shopper = await shopperWith(1);
    const answer = await change(shopper, '/cart/estimate', { ...place, country: 'DE', region: '12' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Please choose the state or region in this country.');
    expect(answer.text).toMatch(/<option value="\d+">Bayern</);
    const onlyCountry = await change(shopper, '/cart/estimate', { ...place, country: 'DE', region: '' });
    expect(onlyCountry.status).toBe(303);
  });

  test.each([
    [{ country: 'XX', region: '' }, 'country', 'We do not deliver to this country.'],
    [{ country: '', region: '' }, 'country', 'We do not deliver to this country.'],
    [{}, 'country', 'We do not deliver to this country.'],
    [{ country: 'US', region: 'Bavaria' }, 'region', 'Please choose the state or region in this country.'],
    [
      { country: 'US', postcode: 'x'.repeat(256) },
      'postcode',
      'That is too long: 255 characters at the most.',
    ],
  ])('of %j asks for another, beside the field it is about', async (fields, field, message) => {
    const answer = await change(await shopperWith(1), '/cart/estimate', fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`<p id="${field}-problem" class="field-problem">${message}</p>`);
    expect(answer.text.match(/class="field-problem"/g)).toHaveLength(1);
    expect(lines(answer)).toBe(1);
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
