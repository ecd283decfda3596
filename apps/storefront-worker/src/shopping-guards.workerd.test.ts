import { beforeAll, describe, expect, inject, test } from 'vitest';
import { ACCOUNT_ROUTES } from './shopping/account/account-routes.js';
import { backendControl } from './testing/backend-control.js';
import { simpleProduct } from './testing/simple-product.js';
import { newCustomer } from './testing/test-customer.js';
import { TestShopper } from './testing/test-shopper.js';
import { textOf } from './testing/text-of.js';
import { call, post } from './testing/worker-client.js';
import { makeWorker } from './worker.js';

const ORIGIN = 'http://en.localhost';
const NO_LIMITS = {
  SIGN_IN_LIMIT: undefined,
  FORM_LIMIT: undefined,
  CODE_LIMIT: undefined,
  API_LIMIT: undefined,
};

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

describe('what is a shopper’s own', () => {
  const paths = Object.entries(ACCOUNT_ROUTES).map(([path, handlers]) => ({
    path: path.replace(':id', '1'),
    handlers,
  }));

  test.each(paths.filter(({ handlers }) => handlers.GET !== undefined))(
    'is kept by nobody: GET $path',
    async ({ path }) => {
      const { shopper } = await newCustomer({ variables: NO_LIMITS });
      for (const who of [shopper, new TestShopper()]) {
        const { status, headers } = await who.visit(path);
        expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store']);
        expect([path, status]).not.toEqual([path, 500]);
        expect(headers.get('x-edge-cache')).toBeNull();
      }
    },
  );

  test.each(paths.filter(({ handlers }) => handlers.POST !== undefined))(
    'is changed by no other site: POST $path',
    async ({ path }) => {
      for (const headers of [
        { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
        { 'Sec-Fetch-Site': 'same-site', Origin: 'http://evil.localhost' },
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        {},
      ]) {
        const answer = await post(path, { origin: ORIGIN, secret: null, headers });
        expect([path, answer.status, answer.json.error]).toEqual([path, 403, 'cross_origin']);
      }
    },
  );

  test('another method is told what would work', async () => {
    const answer = await call('/account/sign-out', { origin: ORIGIN, secret: null });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a page that everybody gets', () => {
  test('is the same for a customer with a cart as for a stranger, whoever comes first', async () => {
    const [{ id }, seen, unseen] = [await simpleProduct(), await simpleProduct(1), await simpleProduct(2)];
    const { shopper } = await newCustomer();
    await shopper.submit('/cart/add', { product: String(id), qty: '3' });
    const stranger = new TestShopper();
    const first = await stranger.visit(`/${seen.slug}`);
    const after = await shopper.visit(`/${seen.slug}`);
    expect([after.text, after.headers.get('x-edge-cache')]).toEqual([first.text, 'HIT']);
    const own = await shopper.visit(`/${unseen.slug}`);
    const others = await stranger.visit(`/${unseen.slug}`);
    expect([own.headers.get('x-edge-cache'), others.headers.get('x-edge-cache')]).toEqual(['MISS', 'HIT']);
    expect(others.text).toBe(own.text);
    expect(own.headers.getSetCookie()).toEqual([]);
    for (const secret of [shopper.cookie('cart'), shopper.cookie('customer'), 'Somerville']) {
      expect(secret).toBeDefined();
      if (secret !== undefined && secret.length > 6) expect(own.text).not.toContain(secret);
    }
    expect(own.text).toContain('href="/account"');
  });
});

test('a store with a shop of its own sells there, and reads there', async () => {
  const { id } = await simpleProduct();
  const stores = [{ code: 'en', name: 'English', url: '', apiUrl: inject('backendUrl') }];
  const variables = { MAHO_API_URL: 'http://another-shop.invalid', STORES: JSON.stringify(stores) };
  const own = { variables, isolate: makeWorker() };
  const shopper = new TestShopper(own);
  const added = await shopper.submit('/cart/add', { product: String(id), qty: '1' });
  expect([added.status, shopper.cookie('cart-count')]).toEqual([303, '1']);
  expect((await call('/api/countries', { ...own, origin: ORIGIN, secret: null })).status).toBe(200);
});

describe('a limit', () => {
  const ada = { email: 'ada@example.com', password: 'wrong' };

  test('on signing in counts by address, keeps what was typed and says when to try again', async () => {
    const shopper = new TestShopper();
    const email = (n: number) => `nobody-${n}-${shopper.address}@example.com`.replaceAll(':', '-');
    for (let n = 0; n < 10; n += 1) {
      expect((await shopper.submit('/account/sign-in', { email: email(n), password: 'x' })).status).toBe(422);
    }
    const refused = await shopper.submit('/account/sign-in', { email: email(11), password: 'x' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(textOf(refused.text)).toContain('a little too often');
    expect(refused.text).toContain(email(11));
    expect((await new TestShopper().submit('/account/sign-in', ada)).status).toBe(422);
  });

  test('on signing in counts by e-mail too, from wherever it is tried', async () => {
    const email = `target-${Math.random()}@example.com`;
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) {
      const { status } = await new TestShopper().submit('/account/sign-in', {
        email: n % 2 ? email : email.toUpperCase(),
        password: 'x',
      });
      statuses.push(status);
    }
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
  });

  test.each([
    ['/account/register', { firstname: 'A', lastname: 'B', email: 'a@b.example', password: 'short' }],
    ['/account/forgotten-password', { email: 'ada@example.com' }],
    ['/contact/form', { name: 'A', email: 'wrong', comment: 'Kept' }],
    ['/newsletter', { email: 'wrong' }],
  ])('on %s lets five through, each form for itself', async (path, fields) => {
    const shopper = new TestShopper();
    for (let n = 0; n < 5; n += 1) expect((await shopper.submit(path, fields)).status).not.toBe(429);
    const refused = await shopper.submit(path, fields);
    expect([path, refused.status, refused.headers.get('retry-after')]).toEqual([path, 429, '60']);
    expect(refused.text).toContain(`value="${fields.email}"`);
  });

  test('on changing an e-mail lets five through: the shop says of each whether somebody has it', async () => {
    const { shopper } = await newCustomer();
    const fields = { firstname: 'Mary', lastname: 'Somerville', email: 'ada@example.com' };
    for (let n = 0; n < 5; n += 1) {
      expect((await shopper.submit('/account/profile', fields)).status).toBe(422);
    }
    expect((await shopper.submit('/account/profile', fields)).status).toBe(429);
  });

  test('on codes lets twenty through, coupons and gift cards together, and keeps what was typed', async () => {
    const { id } = await simpleProduct();
    const shopper = new TestShopper();
    await shopper.submit('/cart/add', { product: String(id), qty: '1' });
    for (let n = 0; n < 10; n += 1) {
      expect((await shopper.submit('/cart/coupon', { coupon: `GUESS${n}` })).status).toBe(422);
      expect((await shopper.submit('/cart/gift-card', { 'gift-card': `GUESS${n}` })).status).toBe(422);
    }
    const refused = await shopper.submit('/cart/coupon', { coupon: 'GUESS-ON' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(refused.text).toContain('value="GUESS-ON"');
    expect((await shopper.visit('/cart')).text).toContain('cart-line');
  });

  test('that is not bound holds nobody up, and the status page says so', async () => {
    const shopper = new TestShopper({ variables: NO_LIMITS });
    for (let n = 0; n < 7; n += 1) {
      expect((await shopper.submit('/newsletter', { email: 'wrong' })).status).toBe(422);
    }
    const without = await call('/status', { secret: null, variables: { FORM_LIMIT: undefined } });
    expect(textOf(without.text)).toContain('Nobody is limited by FORM_LIMIT');
    expect(textOf((await call('/status', { secret: null })).text)).not.toContain('Nobody is limited');
  });

  test('of the shop’s own becomes the same message', async () => {
    await backendControl.fail([{ match: 'auth/token', kind: 'status', status: 429, times: 1 }]);
    const refused = await new TestShopper().submit('/account/sign-in', ada);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(textOf(refused.text)).toContain('a little too often');
    await backendControl.heal();
  });

  test('of the shop’s own counts each shopper by their own address', async () => {
    await backendControl.shopSettings({ rateLimits: true });
    const customer = () => new TestShopper({ variables: NO_LIMITS });
    const one = customer();
    const fields = { email: 'nobody@example.com' };
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      statuses.push((await one.submit('/account/forgotten-password', fields)).status);
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    expect((await customer().submit('/account/forgotten-password', fields)).status).toBe(303);
    await backendControl.shopSettings({ rateLimits: false });
  });
});

describe('/api', () => {
  const api = (path: string, options: Parameters<typeof call>[1] = {}) =>
    call(`/api/${path}`, { origin: ORIGIN, secret: null, ...options });

  test('answers what is public, of the host’s store, with headers of its own', async () => {
    await backendControl.forgetRequests();
    const answer = await api('products?itemsPerPage=2&sortBy=entity_id', {
      headers: { Cookie: 'customer=1.9999999999.secret-token', Authorization: 'Bearer secret-token' },
    });
    expect([answer.status, answer.json.member]).toEqual([200, expect.any(Array)]);
    expect([...answer.headers.keys()].sort()).toEqual([
      'cache-control',
      'content-type',
      'x-content-type-options',
    ]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const { byRoute } = await backendControl.stats();
    expect(JSON.stringify(byRoute)).toContain('product');
  });

  test('passes on neither cookies nor authorization: a token that is no good harms nobody', async () => {
    const headers = { Cookie: 'customer=1.9999999999.bad', Authorization: 'Bearer bad' };
    expect((await api('countries', { headers })).status).toBe(200);
  });

  test.each([
    'customers/me',
    'customers/me/orders',
    'orders/1',
    'auth/token',
    'guest-carts/0123456789abcdef0123456789abcdef',
    'products/1/downloadable-links',
    'products/..%2Fcustomers/me',
    '',
  ])('has nothing else: %s', async (path) => {
    const answer = await api(path);
    expect([answer.status, answer.json]).toEqual([404, { error: 'not_found', message: expect.any(String) }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each(['store=de', 'fullDetail=1', 'attr_sku=x'])('refuses the parameter %s', async (query) => {
    const answer = await api(`products?${query}`);
    expect([answer.status, answer.json.error]).toEqual([400, 'unknown_parameter']);
  });

  test('knows reading only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await api('products', { method, headers: { Origin: 'https://evil.example' } });
      expect([method, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
        method,
        405,
        null,
      ]);
    }
  });

  test('serves no other site', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
    const answer = await api('products', { headers });
    expect([answer.status, answer.json.error]).toEqual([403, 'cross_origin']);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('shows and fills the shopper’s own cart, and never tells its id', async () => {
    const { id, sku } = await simpleProduct();
    const shopper = new TestShopper();
    await shopper.submit('/cart/add', { product: String(id), qty: '1' });
    const cookie = `cart=${shopper.cookie('cart')}`;
    const cart = await api('cart', { headers: { Cookie: cookie } });
    expect(cart.json).toMatchObject({ itemsQty: 1, items: [{ sku, qty: 1 }] });
    expect(cart.text).not.toContain(shopper.cookie('cart'));
    expect(cart.json).not.toHaveProperty('id');
    const add = (body: unknown, headers: Record<string, string> = {}) =>
      api('cart/items', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          Cookie: cookie,
          'Sec-Fetch-Site': 'same-origin',
          'Content-Type': 'application/json',
          ...headers,
        },
      });
    expect((await add({ sku, qty: 2 })).json).toMatchObject({ itemsQty: 3 });
    expect((await add({ sku, qty: -1 })).json).toMatchObject({ error: 'invalid_item' });
    expect((await add({ sku, admin: true })).json).toMatchObject({ error: 'invalid_item' });
    expect([
      (await add({ sku: 'no-such-sku' })).status,
      (await add({ sku: 'no-such-sku' })).json.error,
    ]).toEqual([422, 'product_not_found']);
    expect((await add({ sku }, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await add({ sku }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await add({ sku: 'x'.repeat(300_000) })).status).toBe(413);
    expect((await api('cart')).json).toMatchObject({ items: [], itemsQty: 0 });
  });

  test('tells of a shop that fails without a word of where it is', async () => {
    await backendControl.fail([{ match: '/countries', kind: 'status', status: 500 }]);
    const answer = await api('countries');
    expect([answer.status, typeof answer.json.error, typeof answer.json.message]).toEqual([
      502,
      'string',
      'string',
    ]);
    expect(answer.text).not.toContain('127.0.0.1');
    await backendControl.heal();
  });

  test('has a limit by address', async () => {
    const headers = { 'CF-Connecting-IP': '203.0.113.77' };
    const answers = await Promise.all(Array.from({ length: 125 }, () => api('nothing', { headers })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBe(5);
    expect([refused[0]?.json.error, refused[0]?.headers.get('retry-after')]).toEqual([
      'too_many_requests',
      '60',
    ]);
  });
});
