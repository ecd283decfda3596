import { env } from 'cloudflare:workers';
import type { ProductRecord } from '@maho-storefront/kv-schema';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { filledForm } from './testing/filled-form.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { TestShopper } from './testing/test-shopper.js';
import { call, post } from './testing/worker-client.js';
import { makeWorker } from './worker.js';

const TYPES = ['simple', 'virtual', 'configurable', 'grouped', 'bundle', 'downloadable', 'giftcard'];

let products: ProductRecord[] = [];

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
  products = (await new ShopInKv('en').products()).filter(({ stockStatus }) => stockStatus === 'in_stock');
});
beforeEach(() => backendControl.forgetRequests());

/** The product that has most to choose of those that fit. */
function product(fits: (product: ProductRecord) => boolean): ProductRecord {
  const [found] = products.filter(fits).sort((a, b) => b.customOptions.length - a.customOptions.length);
  if (found === undefined) throw new Error('The shop has no such product');
  return found;
}

const plainOne = () => product(({ type, customOptions }) => type === 'simple' && customOptions.length === 0);
const lines = (html: string) => html.match(/<li class="cart-line"/g)?.length ?? 0;

describe.each(TYPES)('a product of type %s', (type) => {
  it('is put into the cart from its page, with two requests to the shop', async () => {
    const shopper = new TestShopper();
    const wanted = product((one) => one.type === type);
    const { fields, files } = filledForm(wanted);
    const answer = await shopper.submit('/cart/add', fields, files);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cart']);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await backendControl.stats()).toMatchObject({ total: 2 });
    const members = Object.keys(fields).filter((name) => name.startsWith('super_group')).length;
    const cart = await shopper.visit('/cart');
    expect(lines(cart.text)).toBe(type === 'grouped' ? members : 1);
    if (type !== 'grouped') expect(cart.text).toContain(`href="/${wanted.slug}"`);
    expect(shopper.cookie('cart-count')).toBe(String(Math.max(1, members)));
  });

  it('lacks what was not chosen: its page says so, keeps the rest, and the shop is not asked', async () => {
    const wanted = products.find((one) => one.type === type && needsChoice(one));
    if (wanted === undefined) return expect(['simple', 'virtual']).toContain(type);
    const shopper = new TestShopper();
    const answer = await shopper.submit('/cart/add', {
      product: String(wanted.id),
      slug: wanted.slug,
      qty: '3',
    });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.text).toMatch(/<p class="problem-note" role="alert">(Please|Bitte)/);
    if (type !== 'grouped') expect(answer.text).toMatch(/<input id="qty"[^>]*value="3"/);
    expect(await backendControl.stats()).toMatchObject({ total: 0 });
  });
});

function needsChoice(one: ProductRecord): boolean {
  return (
    ['configurable', 'grouped', 'giftcard'].includes(one.type) ||
    one.bundleOptions.some(({ required }) => required) ||
    one.linksPurchasedSeparately === true ||
    one.customOptions.some(({ required }) => required)
  );
}

test('a download that is another product’s is refused by the shop, and the page asks for one of its own', async () => {
  const wanted = product(({ type, linksPurchasedSeparately }) => {
    return type === 'downloadable' && linksPurchasedSeparately === true;
  });
  const fields = { ...filledForm(wanted).fields, 'links[]': '999999' };
  const answer = await new TestShopper().submit('/cart/add', fields);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Please choose all options of this product.');
  expect(answer.text).toContain(`name="product" value="${wanted.id}"`);
});

test('everything that was chosen is chosen again on the page that says what is wrong', async () => {
  const wanted = product(({ customOptions }) => customOptions.length > 0);
  const { fields } = filledForm(wanted);
  const { text } = await new TestShopper().submit('/cart/add', { ...fields, qty: '-1' });
  expect(text).toContain('Please enter a quantity above zero.');
  expect(text).toMatch(/<input id="qty"[^>]*value="-1"[^>]*aria-invalid="true"/);
  for (const { id, type, values } of wanted.customOptions) {
    const chosen = values[0]?.id;
    if (type === 'drop_down') expect(text).toMatch(new RegExp(`<option value="${chosen}"[^>]*selected=""`));
    if (type === 'checkbox' || type === 'radio') {
      expect(text).toMatch(new RegExp(`value="${chosen}"[^>]*checked=""`));
    }
    if (type === 'field') expect(text).toMatch(new RegExp(`name="options\\[${id}\\]"[^>]*value="Ada"`));
    if (type === 'area') expect(text).toContain('>Ada</textarea>');
  }
});

test('what was typed comes back as text, never as markup', async () => {
  const wanted = product(({ customOptions }) => customOptions.some(({ type }) => type === 'area'));
  const { fields } = filledForm(wanted);
  const markup = `"></textarea><script>alert(1)</script>&lt;3`;
  const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, markup]));
  const sent = { ...typed, product: String(wanted.id), slug: wanted.slug };
  const { status, text } = await new TestShopper().submit('/cart/add', sent);
  expect(status).toBe(422);
  expect(text).not.toContain('<script>alert(1)');
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;3</textarea>');
  expect(text).toMatch(/value="&quot;>&lt;\/textarea>&lt;script>alert\(1\)&lt;\/script>&amp;lt;3"/);
});

test.each([
  ['0', 'Please enter a quantity above zero.'],
  ['-3', 'Please enter a quantity above zero.'],
  ['2.5', 'This product is only sold in whole pieces.'],
  ['99999999999999999999', 'We sell at most 10,000 at once.'],
  ['9000', 'There are not as many left as you asked for.'],
])('a quantity of %s is refused on the product’s page', async (qty, message) => {
  const { id, slug } = product(({ type, stockQty = 0, customOptions }) => {
    return type === 'simple' && stockQty > 0 && customOptions.length === 0;
  });
  const answer = await new TestShopper().submit('/cart/add', { product: String(id), slug, qty });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(`role="alert">${message}</p>`);
});

test('a file that is too large is refused, and one that is far too large is not even read', async () => {
  const wanted = product(({ customOptions }) => customOptions.some(({ type }) => type === 'file'));
  const { fields, files } = filledForm(wanted);
  const [name = ''] = Object.keys(files);
  const shopper = new TestShopper();
  const sized = (mb: number) => ({ [name]: new File([new Uint8Array(mb * 1024 * 1024)], 'drawing.png') });
  const large = await shopper.submit('/cart/add', fields, sized(5));
  expect(large.status).toBe(422);
  expect(large.text).toMatch(/is larger than 4 MB/);
  const unread = await shopper.submit('/cart/add', fields, sized(9));
  expect(unread.status).toBe(422);
  expect(unread.text).toContain('That is more than we can take at once. A file may have up to 4 MB.');
  expect(await backendControl.stats()).toMatchObject({ total: 0 });
});

describe('a tile', () => {
  it('has a button where nothing has to be chosen, and its form puts one piece into the cart', async () => {
    const { id, slug } = plainOne();
    const tile = new RegExp(`name="slug" value="${slug}"/><button[^>]*name="product" value="${id}"`);
    const listings = await new ShopInKv('en').listingPages();
    const path = [...listings].find(([, { products: cards }]) => cards.some((card) => card.id === id))?.[0];
    expect((await call(path ?? '', { origin: 'http://en.localhost', secret: null })).text).toMatch(tile);
    const shopper = new TestShopper();
    await shopper.submitAndFollow('/cart/add', { slug, product: String(id) });
    expect(shopper.cookie('cart-count')).toBe('1');
  });

  it('sends to a product that needs a choice after all: its page says which', async () => {
    const { id, slug } = product(({ type }) => type === 'configurable');
    const answer = await new TestShopper().submit('/cart/add', { slug, product: String(id) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Please choose: ');
  });
});

test('a product that has moved is found by its id, and one that is gone is said to be', async () => {
  const { id } = plainOne();
  const shopper = new TestShopper();
  expect((await shopper.submit('/cart/add', { product: String(id), slug: 'its-old-address' })).status).toBe(
    303,
  );
  const other = product((one) => one.id !== id && one.type === 'simple');
  expect((await shopper.submit('/cart/add', { product: String(id), slug: other.slug })).status).toBe(303);
  expect(lines((await shopper.visit('/cart')).text)).toBe(1);
  for (const fields of [{ product: '999999', slug: 'gone' }, { product: 'x' }, {}]) {
    const gone = await shopper.submit('/cart/add', fields);
    expect(gone.status).toBe(422);
    expect(gone.text).toContain('This product is no longer sold.');
    expect(lines(gone.text)).toBe(1);
  }
});

test('a product that KV does not show yet can be bought where nothing has to be chosen', async () => {
  const [plain, choosy] = [plainOne(), product(({ type }) => type === 'configurable')];
  // One that has never read them.
  const shopper = new TestShopper({ isolate: makeWorker() });
  for (const { slug } of [plain, choosy]) await env.CONTENT.delete(`en:product:${slug}`);
  const added = await shopper.submit('/cart/add', { product: String(plain.id), slug: plain.slug, qty: '2' });
  const refused = await shopper.submit('/cart/add', filledForm(choosy).fields);
  for (const one of [plain, choosy]) await env.CONTENT.put(`en:product:${one.slug}`, JSON.stringify(one));
  expect([added.status, shopper.cookie('cart-count')]).toEqual([303, '2']);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('This product cannot be bought at the moment.');
});

describe('a script', () => {
  it('gets what to show instead of a page: no id of the cart in it, and no event unless the shop measures', async () => {
    const { id, slug, name } = plainOne();
    const shopper = new TestShopper();
    const answer = await shopper.submitByScript('/cart/add', { product: String(id), slug, qty: '2' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(Object.keys(answer.json)).toEqual(['itemsQty', 'drawer']);
    expect(answer.json.itemsQty).toBe(2);
    expect(answer.json.drawer).toContain(`href="/${slug}"`);
    expect(answer.json.drawer).toContain(`${name} is in your cart.`);
    expect(answer.text).not.toContain(shopper.cookie('cart') ?? 'no cookie');
  });

  it('gets the event at the price of the cart where the shop measures', async () => {
    const { id, slug, sku } = plainOne();
    const shopper = new TestShopper({ variables: { DATA_LAYER: 'true' } });
    const answer = await shopper.submitByScript('/cart/add', { product: String(id), slug, qty: '2' });
    expect(answer.json.event).toMatchObject({
      event: 'add_to_cart',
      ecommerce: { currency: 'USD', items: [{ item_id: sku.trim(), quantity: 2 }] },
    });
  });

  it('is told what is wrong, and with which fields', async () => {
    const { id, slug } = product(({ type }) => type === 'configurable');
    const answer = await new TestShopper().submitByScript('/cart/add', { product: String(id), slug });
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({
      error: 'option_required',
      message: expect.stringMatching(/^Please choose: /),
    });
    expect(answer.json.fields).toContainEqual(expect.stringContaining('super_attribute['));
  });
});
