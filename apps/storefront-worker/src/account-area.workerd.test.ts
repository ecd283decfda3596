import { beforeAll, describe, expect, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { placeOrder } from './testing/place-order.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { simpleProduct } from './testing/simple-product.js';
import { newCustomer, PASSWORD } from './testing/test-customer.js';
import { TestShopper } from './testing/test-shopper.js';
import { textOf } from './testing/text-of.js';
import { post } from './testing/worker-client.js';

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

/** Of a form that goes where it should. */
const landed = ({ status, headers }: { status: number; headers: Headers }) => [
  status,
  headers.get('location'),
];

describe('the details', () => {
  test('are changed, and what is wrong is said at the field', async () => {
    const { shopper, email } = await newCustomer();
    const saved = await shopper.submit('/account/profile', { firstname: 'Mary', lastname: 'Fairfax', email });
    expect(landed(saved)).toEqual([303, '/account/profile?done=saved']);
    const page = await shopper.visit('/account/profile?done=saved');
    expect(page.text).toContain('value="Fairfax"');
    expect(textOf(page.text)).toContain('Your details are saved.');
    const taken = await shopper.submit('/account/profile', {
      firstname: 'Mary',
      lastname: 'Greig',
      email: 'ada@example.com',
    });
    expect([taken.status, taken.text.includes('id="email-problem"')]).toEqual([422, true]);
    expect(taken.text).toContain('value="Greig"');
  });

  test('a password is changed with the present one only', async () => {
    const { shopper, email } = await newCustomer();
    const change = (currentPassword: string, newPassword: string) =>
      shopper.submit('/account/password', { currentPassword, newPassword });
    const wrong = await change('not-mine-at-all', 'another-password');
    expect([wrong.status, wrong.text.includes('id="currentPassword-problem"')]).toEqual([422, true]);
    expect(wrong.text).not.toContain('another-password');
    const short = await change(PASSWORD, 'x');
    expect([short.status, short.text.includes('id="newPassword-problem"')]).toEqual([422, true]);
    expect(landed(await change(PASSWORD, 'another-password'))).toEqual([
      303,
      '/account/profile?done=password',
    ]);
    const anew = await new TestShopper().submit('/account/sign-in', { email, password: 'another-password' });
    expect(anew.status).toBe(303);
  });
});

describe('orders', () => {
  test('are listed, shown, cancelled and ordered again', async () => {
    const [one, two] = [await simpleProduct(0), await simpleProduct(1)];
    const { shopper } = await newCustomer();
    expect(textOf((await shopper.visit('/account/orders')).text)).toContain('No orders yet');
    await shopper.submit('/cart/add', { product: String(one.id), qty: '2' });
    await shopper.submit('/cart/add', { product: String(two.id), qty: '1' });
    const order = await placeOrder(shopper);
    const list = await shopper.visit('/account/orders');
    expect(list.text).toContain(`href="/account/orders/${order.id}"`);
    const detail = await shopper.visit(`/account/orders/${order.id}`);
    expect(textOf(detail.text)).toContain(`Order ${order.incrementId}`);
    expect(detail.text).toContain(`href="/${one.slug}"`);
    expect(textOf(detail.text)).toContain('Received');

    const again = await shopper.submit(`/account/orders/${order.id}/reorder`);
    expect(landed(again)).toEqual([303, '/cart']);
    expect(shopper.cookie('cart-count')).toBe('3');

    const path = `/account/orders/${order.id}`;
    expect(landed(await shopper.submit(`${path}/cancel`))).toEqual([303, `${path}?done=cancelled`]);
    const cancelled = await shopper.visit(`${path}?done=cancelled`);
    expect(textOf(cancelled.text)).toContain('The order is cancelled.');
    expect(cancelled.text).not.toContain(`${path}/cancel`);
    const twice = await shopper.submit(`${path}/cancel`);
    expect([twice.status, textOf(twice.text).includes('can no longer be cancelled')]).toEqual([422, true]);
  });

  test('ordering again names what could not be added, and adds the rest', async () => {
    const [gone, there] = [await simpleProduct(2), await simpleProduct(3)];
    const { shopper } = await newCustomer();
    await shopper.submit('/cart/add', { product: String(gone.id), qty: '1' });
    await shopper.submit('/cart/add', { product: String(there.id), qty: '1' });
    const order = await placeOrder(shopper);
    await backendControl.edit({ op: 'setStock', id: gone.id, qty: 0 });
    const answer = await shopper.submit(`/account/orders/${order.id}/reorder`);
    expect(answer.status).toBe(200);
    const [, note = ''] = /class="problem-note"[^>]*>([\s\S]*?)<\/div>/.exec(answer.text) ?? [];
    expect(textOf(note)).toContain(gone.name);
    expect(textOf(note)).not.toContain(there.name);
    expect(shopper.cookie('cart-count')).toBe('1');
  });

  test('an order whose cancelling got no answer is said to be cancelled if it is', async () => {
    const { shopper } = await newCustomer();
    await shopper.submit('/cart/add', { product: String((await simpleProduct(0)).id), qty: '1' });
    const path = `/account/orders/${(await placeOrder(shopper)).id}`;
    await backendControl.fail([{ match: '/cancel$', kind: 'lost', times: 1 }]);
    expect(landed(await shopper.submit(`${path}/cancel`))).toEqual([303, `${path}?done=cancelled`]);
    await backendControl.heal();
  });

  test('ordering again while the shop fails sends no line twice, and says what may be in the cart', async () => {
    const [unclear, untried] = [await simpleProduct(0), await simpleProduct(1)];
    const { shopper } = await newCustomer();
    for (const { id } of [unclear, untried]) {
      await shopper.submit('/cart/add', { product: String(id), qty: '1' });
    }
    const order = await placeOrder(shopper);
    await shopper.visit('/cart');
    await backendControl.fail([{ match: '/items$', kind: 'lost', status: 502, times: 1 }]);
    const answer = await shopper.submit(`/account/orders/${order.id}/reorder`);
    await backendControl.heal();
    expect(answer.status).toBe(200);
    const [, note = ''] = /class="problem-note"[^>]*>([\s\S]*?)<\/div>/.exec(answer.text) ?? [];
    expect(textOf(note)).toContain(`${unclear.name} : The shop did not answer.`);
    expect(textOf(note)).toContain(`${untried.name} : This was not put into the cart any more.`);
    const cart = (await shopper.visit('/cart')).text;
    expect(cart).toContain(`href="/${unclear.slug}"`);
    expect(shopper.cookie('cart-count')).toBe('1');
  });

  test.each(['abc', '0', '-1', '1.5', '99999999999999999999'])(
    'an order that cannot be is not there: %s',
    async (id) => {
      const { shopper } = await newCustomer();
      expect((await shopper.visit(`/account/orders/${id}`)).status).toBe(404);
    },
  );

  test('a page past the last one is not there', async () => {
    const { shopper } = await newCustomer();
    expect((await shopper.visit('/account/orders?page=7')).status).toBe(404);
    expect((await shopper.visit('/account/orders?page=x')).status).toBe(404);
  });
});

describe('addresses', () => {
  const address = {
    country: 'US',
    firstname: 'Mary',
    lastname: 'Somerville',
    street1: '1 Ada Way',
    city: 'Albany',
    region: 'New York',
    postcode: '12207',
    telephone: '555 0100',
  };

  test('are added, edited, made the default and removed', async () => {
    const { shopper } = await newCustomer();
    expect(textOf((await shopper.visit('/account/addresses')).text)).toContain('No addresses yet');
    const added = await shopper.submit('/account/address', { ...address, isDefaultShipping: '1' });
    expect(landed(added)).toEqual([303, '/account/addresses?done=address']);
    const list = await shopper.visit('/account/addresses');
    expect(textOf(list.text)).toContain('1 Ada Way');
    expect(textOf(list.text)).toContain('United States');
    const [, path = ''] = /href="(\/account\/addresses\/\d+)"/.exec(list.text) ?? [];
    const form = await shopper.visit(path);
    expect(form.text).toMatch(/name="isDefaultShipping"[^>]*checked/);
    expect(form.text).not.toMatch(/name="isDefaultBilling"[^>]*checked/);
    await shopper.submit(path, { ...address, city: 'Troy', isDefaultBilling: '1' });
    const overview = textOf((await shopper.visit('/account')).text);
    expect(overview).toContain('Billing address Mary Somerville 1 Ada Way Troy, New York 12207');
    const [, other] = [path, (await newCustomer()).shopper];
    expect((await other.visit(path)).status).toBe(404);
    expect((await other.submit(path, address)).status).toBe(404);
    expect(landed(await shopper.submit(`${path}/remove`))).toEqual([
      303,
      '/account/addresses?done=address-removed',
    ]);
    expect((await shopper.visit(path)).status).toBe(404);
    expect((await shopper.submit(`${path}/remove`)).status).toBe(303);
  });

  test('that are not complete come again with what was typed and what is missing', async () => {
    const { shopper } = await newCustomer();
    const answer = await shopper.submit('/account/address', { ...address, city: '', postcode: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('id="city-problem"');
    expect(answer.text).toContain('id="postcode-problem"');
    expect(answer.text).toContain('value="1 Ada Way"');
  });
});

describe('the wishlist', () => {
  test('is filled from a product’s page, goes into the cart and is emptied', async () => {
    const [one, two] = [await simpleProduct(4), await simpleProduct(5)];
    const { shopper } = await newCustomer();
    expect((await shopper.visit(`/${one.slug}`)).text).toContain('action="/account/wishlist/add"');
    for (const { id } of [one, two]) {
      const added = await shopper.submit('/account/wishlist/add', { product: String(id) });
      expect(landed(added)).toEqual([303, '/account/wishlist?done=wish']);
    }
    const list = await shopper.visit('/account/wishlist');
    expect(list.text).toContain(`href="/${one.slug}"`);
    const items = [...list.text.matchAll(/name="item" value="(\d+)"/g)].map(([, id]) => id ?? '');
    const [first = '', second = ''] = [...new Set(items)];
    const moved = await shopper.submit('/account/wishlist/move', { item: first, sku: one.sku, qty: '1' });
    expect([landed(moved), shopper.cookie('cart-count')]).toEqual([[303, '/cart'], '1']);
    const rest = await shopper.visit('/account/wishlist');
    expect(rest.text).not.toContain(`href="/${one.slug}"`);
    await shopper.submit('/account/wishlist/remove', { item: second });
    expect(textOf((await shopper.visit('/account/wishlist')).text)).toContain('Your wishlist is empty');
    expect((await shopper.submit('/account/wishlist/remove', { item: second })).status).toBe(303);
  });

  test('of somebody who has not signed in yet asks for that, and then once more for the product', async () => {
    const { id, name } = await simpleProduct(6);
    const { shopper: known, email } = await newCustomer();
    await known.submit('/account/sign-out');
    const asked = await known.submit('/account/wishlist/add', { product: String(id) });
    const to = `/account/wishlist/add?product=${id}`;
    expect(asked.headers.get('location')).toBe(`/account/sign-in?${new URLSearchParams({ to })}`);
    const back = await known.submitAndFollow('/account/sign-in', { email, password: PASSWORD, to });
    expect(textOf(back.text)).toContain(name);
    expect(back.text).toContain('action="/account/wishlist/add"');
    expect(textOf((await known.visit('/account/wishlist')).text)).toContain('Your wishlist is empty');
  });

  test('keeps what needs a choice, and says so', async () => {
    const products = await new ShopInKv('en').products();
    const configurable = products.find(
      ({ type, stockStatus }) => type === 'configurable' && stockStatus === 'in_stock',
    );
    const { shopper } = await newCustomer();
    await shopper.submit('/account/wishlist/add', { product: String(configurable?.id) });
    const list = await shopper.visit('/account/wishlist');
    const [, item = ''] = /name="item" value="(\d+)"/.exec(list.text) ?? [];
    const moved = await shopper.submit('/account/wishlist/move', {
      item,
      sku: configurable?.sku ?? '',
      qty: '1',
    });
    expect([moved.status, moved.text.includes('role="alert"')]).toEqual([422, true]);
    expect(moved.text).toContain(`href="/${configurable?.slug}"`);
  });

  test('that cannot be emptied just now does not put anything into the cart twice', async () => {
    const { id, sku } = await simpleProduct(4);
    const { shopper } = await newCustomer();
    await shopper.submit('/account/wishlist/add', { product: String(id) });
    const [, item = ''] =
      /name="item" value="(\d+)"/.exec((await shopper.visit('/account/wishlist')).text) ?? [];
    await backendControl.fail([{ match: 'me/wishlist/', kind: 'status', status: 503, times: 1 }]);
    const moved = await shopper.submit('/account/wishlist/move', { item, sku, qty: '1' });
    await backendControl.heal();
    expect([landed(moved), shopper.cookie('cart-count')]).toEqual([[303, '/cart'], '1']);
  });

  test('of somebody else stays as it is', async () => {
    const { id, slug } = await simpleProduct(6);
    const { shopper: owner } = await newCustomer();
    await owner.submit('/account/wishlist/add', { product: String(id) });
    const [, item = ''] =
      /name="item" value="(\d+)"/.exec((await owner.visit('/account/wishlist')).text) ?? [];
    const { shopper } = await newCustomer();
    expect((await shopper.submit('/account/wishlist/remove', { item })).status).toBe(303);
    expect((await owner.visit('/account/wishlist')).text).toContain(`href="/${slug}"`);
  });

  test.each(['', 'x', '999999999'])('a product that is not there is no wish: %j', async (product) => {
    const { shopper } = await newCustomer();
    expect((await shopper.submit('/account/wishlist/add', { product })).status).toBe(404);
  });
});

describe('reviews', () => {
  test('are written by customers, checked, and listed with where they stand', async () => {
    const { id, slug } = await simpleProduct();
    const { shopper } = await newCustomer();
    expect((await shopper.visit(`/${slug}`)).text).toContain(`href="/account/review?product=${id}"`);
    expect((await shopper.visit(`/account/review?product=${id}`)).status).toBe(200);
    const path = `/account/review?product=${id}`;
    const review = { title: 'Sturdy', detail: 'It stands.', nickname: 'Mary', rating: '5' };
    const incomplete = await shopper.submit(path, { ...review, rating: '' });
    expect([incomplete.status, incomplete.text.includes('id="rating-problem"')]).toEqual([422, true]);
    expect(incomplete.text).toContain('It stands.');
    expect((await shopper.submit(path, { ...review, rating: '9' })).status).toBe(422);
    expect(landed(await shopper.submit(path, review))).toEqual([303, '/account/reviews?done=review']);
    const list = textOf((await shopper.visit('/account/reviews?done=review')).text);
    expect(list).toContain('Sturdy');
    expect(list).toContain('Being read by us');
  });

  test('need an account, and a product that is there', async () => {
    const { id } = await simpleProduct();
    const guest = await new TestShopper().visit(`/account/review?product=${id}`);
    expect(guest.headers.get('location')).toBe(`/account/sign-in?to=%2Faccount%2Freview%3Fproduct%3D${id}`);
    const { shopper } = await newCustomer();
    expect((await shopper.visit('/account/review?product=999999999')).status).toBe(404);
  });
});
