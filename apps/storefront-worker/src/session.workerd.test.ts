import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { placeOrder, tokenOf } from './testing/place-order.js';
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

/** Another tab of the same browser, which has got a new token. */
async function renewedElsewhere(shopper: TestShopper): Promise<{ renewed: TestShopper; token: string }> {
  const now = Math.floor(Date.now() / 1_000);
  const renewed = new TestShopper();
  renewed.setCookie('customer', `${now - 3_000}.${now + 600}.${tokenOf(shopper)}`);
  expect((await renewed.visit('/account')).status).toBe(200);
  return { renewed, token: tokenOf(renewed) };
}

describe('a session', () => {
  test('that is over leads to the sign-in page, which says so and leads back', async () => {
    const { shopper, email } = await newCustomer();
    await backendControl.expireTokens();
    const answer = await shopper.visit('/account/orders?page=1');
    expect(landed(answer)).toEqual([303, '/account/sign-in?why=expired&to=%2Faccount%2Forders%3Fpage%3D1']);
    expect(shopper.cookie('customer')).toBeUndefined();
    const page = await shopper.visit(answer.headers.get('location') ?? '');
    expect(textOf(page.text)).toContain('You have been signed out after a while');
    const to = '/account/orders?page=1';
    expect(landed(await shopper.submit('/account/sign-in', { email, password: PASSWORD, to }))).toEqual([
      303,
      to,
    ]);
  });

  test('is renewed by an object that has failed before', async () => {
    const { shopper } = await newCustomer();
    const [, , ...token] = (shopper.cookie('customer') ?? '').split('.');
    const request = { store: 'en', token: token.join('.'), address: undefined };
    const renewals = env.SESSION_RENEWAL.getByName('one that fails');
    await runInDurableObject(renewals, async (object, { storage }) => {
      vi.spyOn(storage, 'get').mockRejectedValueOnce(new Error('The storage is away'));
      await expect(object.renew(request)).rejects.toThrow('The storage is away');
      expect(await object.renew(request)).toHaveProperty('token');
    });
  });

  test('that is over while a form is open leads back to the form', async () => {
    const { shopper } = await newCustomer();
    await backendControl.expireTokens();
    const from = new TestShopper({ headers: { Referer: 'http://en.localhost/account/profile' } });
    from.setCookie('customer', shopper.cookie('customer') ?? '');
    const form = { firstname: 'Mary', lastname: 'Fairfax', email: 'm@example.com' };
    const answer = await from.submit('/account/profile', form);
    expect(answer.headers.get('location')).toBe('/account/sign-in?why=expired&to=%2Faccount%2Fprofile');
  });

  test('that is over keeps nobody from shopping: what is chosen goes into a guest’s cart, and comes along later', async () => {
    const { id } = await simpleProduct();
    const { shopper, email } = await newCustomer();
    await shopper.submit('/cart/add', { product: String(id), qty: '1' });
    await backendControl.expireTokens();
    const added = await shopper.submit('/cart/add', { product: String(id), qty: '2' });
    expect(added.status).toBe(303);
    expect(shopper.cookie('cart')).toMatch(/^[0-9a-f]{32}$/);
    expect((await shopper.visit('/cart')).status).toBe(200);
    await shopper.submit('/account/sign-in', { email, password: PASSWORD });
    expect(shopper.cookie('cart-count')).toBe('3');
  });

  test('that ended by itself keeps the customer’s cart for them, and offers to go on without it', async () => {
    const { id } = await simpleProduct();
    const { shopper, email } = await newCustomer();
    await shopper.submit('/cart/add', { product: String(id), qty: '2' });
    const later = new TestShopper();
    later.setCookie('cart', shopper.cookie('cart') ?? '');
    const asked = await later.visit('/cart');
    expect(landed(asked)).toEqual([303, '/account/sign-in?why=expired&to=%2Fcart']);
    const page = await later.visit('/account/sign-in?why=expired&to=%2Fcart');
    expect(textOf(page.text)).toContain('Continue without signing in');
    const back = await later.submitAndFollow('/account/sign-in', { email, password: PASSWORD, to: '/cart' });
    expect(back.text).toContain('cart-line');
    later.setCookie('customer', '');
    expect(landed(await later.submit('/account/sign-out', { to: '/' }))).toEqual([303, '/']);
    expect((await later.visit('/cart')).status).toBe(200);
  });

  test('that is over leaves the contact form, the newsletter and every page as they are', async () => {
    const { shopper } = await newCustomer();
    await backendControl.expireTokens();
    for (const path of ['/', '/contact/form', '/newsletter', '/account/register']) {
      expect([path, (await shopper.visit(path)).status]).not.toEqual([path, 500]);
    }
    expect((await shopper.submit('/newsletter', { email: 'reader@example.com' })).status).toBe(303);
  });

  test('gets one new token after half its time, however many tabs ask at once', async () => {
    const { shopper } = await newCustomer();
    const now = Math.floor(Date.now() / 1_000);
    const old = tokenOf(shopper);
    shopper.setCookie('customer', `${now - 3_000}.${now + 600}.${old}`);
    await backendControl.forgetRequests();
    const tabs = await Promise.all(
      ['/account', '/account/orders', '/account/wishlist', '/account/reviews'].map((path) => {
        const tab = new TestShopper();
        tab.setCookie('customer', shopper.cookie('customer') ?? '');
        return tab.visit(path).then((answer) => ({ status: answer.status, token: tokenOf(tab) }));
      }),
    );
    expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(tabs.map(({ token }) => token)).size).toBe(1);
    expect(tabs[0]?.token).not.toBe(old);
    const { log } = await backendControl.stats();
    expect(JSON.stringify(log).split('/auth/refresh')).toHaveLength(2);
    // The answer was lost on its way: the old token still leads to the new one.
    expect((await shopper.visit('/account')).status).toBe(200);
    expect(tokenOf(shopper)).toBe(tabs[0]?.token);
  });

  test('goes on with the old token while the shop gives no new one', async () => {
    const { shopper } = await newCustomer();
    const now = Math.floor(Date.now() / 1_000);
    const cookie = `${now - 3_000}.${now + 600}.${tokenOf(shopper)}`;
    shopper.setCookie('customer', cookie);
    await backendControl.fail([{ match: 'auth/refresh', kind: 'status', status: 503 }]);
    expect((await shopper.visit('/account')).status).toBe(200);
    expect(shopper.cookie('customer')).toBe(cookie);
    await backendControl.heal();
  });

  test('that another tab renews while a page is under way leads to the page again, still signed in', async () => {
    const { shopper } = await newCustomer();
    const old = tokenOf(shopper);
    const { renewed, token } = await renewedElsewhere(shopper);
    expect(token).not.toBe(old);
    await backendControl.delay(1_500);
    const late = new TestShopper();
    // Half of its time passes while the shop is being asked.
    const halfTwice = Math.ceil(2 * (Date.now() / 1_000 + 0.4));
    const start = Math.floor(halfTwice / 2) - 100;
    late.setCookie('customer', `${start}.${halfTwice - start}.${old}`);
    const answer = await late.visit('/account/orders?page=1');
    await backendControl.delay(0);
    expect(landed(answer)).toEqual([303, '/account/orders?page=1']);
    expect(tokenOf(late)).toBe(token);
    expect((await late.visit('/account')).status).toBe(200);
    expect((await renewed.visit('/account')).status).toBe(200);
  });

  test.each([
    '',
    'nonsense',
    '1.2.3',
    '0000000000.9999999999.not-a-token',
    '0000000000.9999999999.a b',
    'eyJhbGciOiJub25lIn0.eyJzdWIiOjF9.',
  ])('that was tampered with is none: %j', async (cookie) => {
    const shopper = new TestShopper();
    shopper.setCookie('customer', cookie);
    shopper.setCookie('cart', '1');
    expect((await shopper.visit('/account')).status).toBe(303);
    expect([200, 303]).toContain((await shopper.visit('/cart')).status);
  });

  test('of another customer opens nothing of theirs', async () => {
    const { id } = await simpleProduct();
    const { shopper: owner } = await newCustomer();
    await owner.submit('/cart/add', { product: String(id), qty: '1' });
    const cart = owner.cookie('cart') ?? '';
    const order = await placeOrder(owner);
    const { shopper } = await newCustomer();
    expect((await shopper.visit(`/account/orders/${order.id}`)).status).toBe(404);
    expect((await shopper.submit(`/account/orders/${order.id}/cancel`)).status).toBe(404);
    expect((await shopper.submit(`/account/orders/${order.id}/reorder`)).status).toBe(404);
    shopper.setCookie('cart', cart);
    expect((await shopper.visit('/cart')).text).not.toContain('class="cart-line"');
  });
});
