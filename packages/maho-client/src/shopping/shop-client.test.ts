import { expect, test } from 'vitest';
import { collection, json, problem, raw, scriptedFetch } from '../testing/scripted-fetch.js';
import { cartBody, orderBody } from '../testing/shop-bodies.js';
import { MahoShopClient, type MahoShopClientOptions } from './shop-client.js';

const maskedId = '0123456789abcdef0123456789abcdef';
const guest = { address: '203.0.113.9' };
const customer = { ...guest, token: 'aaa.bbb.ccc' };

/** A client whose waits take no time, and what it has sent. */
function shopWith(answers: Parameters<typeof scriptedFetch>, options: Partial<MahoShopClientOptions> = {}) {
  const { fetch, seen } = scriptedFetch(...answers);
  const sleep = async () => undefined;
  const shop = new MahoShopClient({
    baseUrl: 'https://shop.example',
    storeCode: 'en',
    fetch,
    sleep,
    ...options,
  });
  const sent = () =>
    seen.map(({ url, init }) => [
      init.method,
      url.pathname.replace('/api/rest/v2', '') + url.search,
      typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    ]);
  return { shop, seen, sent };
}

const cartAnswer = json(cartBody());

test('speaks to guest carts and customer carts in their own ways', async () => {
  const { shop, sent } = shopWith([cartAnswer]);
  await shop.carts.applyCoupon({ maskedId }, 'SAVE', guest);
  await shop.carts.applyCoupon({ cartId: 6 }, 'SAVE', customer);
  await shop.carts.changeItem({ maskedId }, 17, 3, guest);
  await shop.carts.removeItem({ cartId: 6 }, 17, customer);
  await shop.carts.removeGiftCard({ maskedId }, 'A/B 1', guest);
  const coupon = { code: 'SAVE', couponCode: 'SAVE' };
  expect(sent()).toEqual([
    ['PUT', `/guest-carts/${maskedId}/coupon`, coupon],
    ['POST', '/carts/6/coupon', coupon],
    ['PUT', `/guest-carts/${maskedId}/items/17`, { qty: 3 }],
    ['DELETE', '/carts/6/items/17', undefined],
    ['DELETE', `/guest-carts/${maskedId}/giftcards/A%2FB%201`, undefined],
  ]);
});

test('reads totals and methods of a customer’s cart out of the cart that Maho answers with', async () => {
  const method = {
    carrierCode: 'flatrate',
    methodCode: 'flatrate',
    carrierTitle: 'Flat',
    methodTitle: 'Fixed',
    price: 5,
  };
  const { shop } = shopWith([json(cartBody({ availableShippingMethods: [method] }))]);
  const ref = { cartId: 6 };
  expect((await shop.carts.totals(ref, customer)).grandTotal).toBe(20.5);
  expect((await shop.checkout.paymentMethods(ref, customer)).map(({ code }) => code)).toEqual(['checkmo']);
  expect(await shop.checkout.shippingMethods(ref, customer)).toMatchObject([
    { code: 'flatrate_flatrate', title: 'Flat - Fixed', price: 5 },
  ]);
});

test('sends what each type of product needs under the names that Maho knows', async () => {
  const { shop, sent } = shopWith([cartAnswer]);
  await shop.carts.addItem(
    { maskedId },
    {
      sku: 'set',
      qty: 1,
      options: { 7: 'abc', 12: [7, 8] },
      optionFiles: { 9: { name: 'a.png', base64: 'AAAA' } },
      links: [20],
      grouped: { 376: 2 },
      bundle: { 17: 77 },
      bundleQty: { 17: 2 },
      giftCard: { amount: 25, recipientName: 'Bo' },
    },
    guest,
  );
  expect(sent()[0]?.[2]).toEqual({
    sku: 'set',
    qty: 1,
    options: { 7: 'abc', 12: [7, 8] },
    options_files: { 9: { name: 'a.png', base64_encoded_data: 'AAAA' } },
    links: [20],
    superGroup: { 376: 2 },
    bundleOption: { 17: 77 },
    bundleOptionQty: { 17: 2 },
    giftcardAmount: 25,
    giftcardRecipientName: 'Bo',
  });
});

test('tells of a cart that was opened anew', async () => {
  const { shop } = shopWith([json(cartBody({ cartRecreated: true, maskedId: 'f'.repeat(32) }))]);
  const cart = await shop.carts.addItem({ maskedId }, { sku: 'lamp-1', qty: 1 }, guest);
  expect([cart.cartRecreated, cart.maskedId]).toEqual([true, 'f'.repeat(32)]);
});

test('passes the shopper’s address and token on with their call, and remembers neither', async () => {
  const { shop, seen } = shopWith([cartAnswer], { shopperAddressHeaders: ['X-Forwarded-For', 'X-Real-IP'] });
  await shop.carts.read({ cartId: 6 }, customer);
  await shop.carts.read({ maskedId }, {});
  const of = (n: number) =>
    ['x-forwarded-for', 'x-real-ip', 'authorization'].map((name) => seen[n]?.headers.get(name));
  expect(of(0)).toEqual(['203.0.113.9', '203.0.113.9', 'Bearer aaa.bbb.ccc']);
  expect(of(1)).toEqual([null, null, null]);
  expect(seen[1]?.headers.get('x-store-code')).toBe('en');
});

test('sends no request with a token, an address or a cart id that cannot be one', async () => {
  const { shop, seen } = shopWith([cartAnswer]);
  const { carts } = shop;
  const refused = (reason: string) => ({ code: 'refused', reason, status: undefined });
  await expect(carts.read({ maskedId: '../carts/1' }, guest)).rejects.toMatchObject(
    refused('cart_not_found'),
  );
  await expect(carts.read({ cartId: 1.5 }, customer)).rejects.toMatchObject(refused('cart_not_found'));
  await expect(carts.read({ maskedId }, { token: 'a\r\nX: y' })).rejects.toMatchObject(
    refused('session_expired'),
  );
  await expect(carts.removeItem({ maskedId }, -3, guest)).rejects.toMatchObject(refused('item_not_found'));
  for (const code of ['', '.', '..']) {
    await expect(carts.removeGiftCard({ maskedId }, code, guest)).rejects.toMatchObject(
      refused('gift_card_not_applied'),
    );
  }
  await expect(carts.read({ maskedId }, { address: 'a\r\nX: y' })).rejects.toThrow(TypeError);
  await expect(shop.orders.read(1.5, customer)).rejects.toThrow(RangeError);
  expect(seen).toHaveLength(0);
});

test('tells no log the code of a gift card, even of a refusal that no rule knows', async () => {
  const said = 'Gift card "GIFT-1" cannot be used on Sundays';
  const { shop } = shopWith([json({ error: 'bad_request', message: said, code: 400 }, 400)]);
  const error = await shop.carts.applyGiftCard({ maskedId }, 'GIFT-1', guest).catch(String);
  expect(error).toContain('Gift card cannot be used on Sundays');
  expect(error).not.toContain('GIFT-1');
});

test('refuses a quantity that JSON would turn into nothing, and so into 1', async () => {
  const { shop, seen } = shopWith([cartAnswer]);
  for (const qty of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const add = shop.carts.addItem({ maskedId }, { sku: 'lamp-1', qty }, guest);
    await expect(add).rejects.toMatchObject({ reason: 'quantity_invalid' });
  }
  expect(seen).toHaveLength(0);
});

test.each([
  ['adding an item', (shop: MahoShopClient) => shop.carts.addItem({ maskedId }, { sku: 'a', qty: 1 }, guest)],
  ['placing an order', (shop: MahoShopClient) => shop.checkout.placeOrder({ maskedId }, order, guest)],
  [
    'asking for shipping methods, which saves the address',
    (shop: MahoShopClient) => shop.checkout.shippingMethods({ maskedId }, guest),
  ],
  ['signing in', (shop: MahoShopClient) => shop.tokens.signIn({ email: 'a@b.c', password: 'x' }, guest)],
  ['changing a quantity', (shop: MahoShopClient) => shop.carts.changeItem({ maskedId }, 1, 2, guest)],
  ['reading an order by its token', (shop: MahoShopClient) => shop.orders.byToken('1', 't', guest)],
])('sends one request for %s, whatever it is answered', async (_what, act) => {
  for (const failing of [
    json(problem(500, 'internal_server_error', 'no'), 500),
    json(problem(429, 'too_many_requests', 'slow'), 429),
    raw('{"id": 1', 201),
    () => Promise.reject(new TypeError('fetch failed')),
  ]) {
    const { shop, seen } = shopWith([failing], { retries: 5 });
    await expect(act(shop)).rejects.toThrow();
    expect(seen).toHaveLength(1);
  }
});

test('repeats a read once by default', async () => {
  const { shop, seen } = shopWith([json(problem(500, 'internal_server_error', 'no'), 500), cartAnswer]);
  expect((await shop.carts.read({ maskedId }, guest)).id).toBe(6);
  expect(seen).toHaveLength(2);
});

const address = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  street: ['1 Test St'],
  city: 'Los Angeles',
  postcode: '90210',
  countryId: 'US',
  telephone: '5550100',
};
const order = {
  email: 'ada@example.com',
  shippingAddress: address,
  billingAddress: address,
  shippingMethod: 'flatrate_flatrate',
  paymentMethod: 'checkmo',
};

test('places an order in one go, with a key against a second one where Maho knows such keys', async () => {
  const { shop, sent, seen } = shopWith([json(orderBody({ accessToken: 'abc' }), 201)]);
  const placed = await shop.checkout.placeOrder(
    { cartId: 6 },
    { ...order, idempotencyKey: 'k-1', note: 'Bell is broken' },
    customer,
  );
  expect([placed.incrementId, placed.accessToken]).toEqual(['100000002', 'abc']);
  expect(seen[0]?.headers.get('x-idempotency-key')).toBe('k-1');
  const { email, ...rest } = order;
  expect(sent()[0]).toEqual([
    'POST',
    '/carts/6/place-order',
    { ...rest, email, guestEmail: email, orderNote: 'Bell is broken' },
  ]);
  await expect(
    shop.checkout.placeOrder({ cartId: 6 }, { ...order, idempotencyKey: 'k 1' }, customer),
  ).rejects.toThrow(/idempotencyKey/);
});

test('waits longer for an order than for anything else', async () => {
  const hanging = () => new Promise<Response>(() => undefined);
  const { shop } = shopWith([hanging], { timeoutMs: 5, retries: 0, placeOrderTimeoutMs: 30 });
  await expect(shop.carts.read({ maskedId }, guest)).rejects.toThrow(/within 5 ms/);
  await expect(shop.checkout.placeOrder({ maskedId }, order, guest)).rejects.toThrow(/within 30 ms/);
});

test('signs in with a code and a guest’s cart, refreshes and signs out', async () => {
  const signedIn = {
    token: 't.o.k',
    token_type: 'Bearer',
    expires_in: 3600,
    customer: { id: 3, email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
    cartId: 9,
    cartItemsQty: 2,
  };
  const { shop, sent, seen } = shopWith([
    json(signedIn),
    json({ token: 'n.e.w', token_type: 'Bearer', expires_in: 60 }),
    json({ success: true, message: 'Successfully logged out' }),
  ]);
  const credentials = {
    email: 'ada@example.com',
    password: 'pw',
    twoFactorCode: '123456',
    guestCartId: maskedId,
  };
  expect(await shop.tokens.signIn(credentials, guest)).toMatchObject({
    token: 't.o.k',
    expiresInSeconds: 3600,
    cartId: 9,
  });
  expect(await shop.tokens.refresh(customer)).toEqual({ token: 'n.e.w', expiresInSeconds: 60 });
  await shop.tokens.signOut(customer);
  expect(sent().map(([method, path]) => [method, path])).toEqual([
    ['POST', '/auth/token'],
    ['POST', '/auth/refresh'],
    ['POST', '/auth/logout'],
  ]);
  expect(sent()[0]?.[2]).toEqual({
    grant_type: 'customer',
    email: 'ada@example.com',
    password: 'pw',
    twofa_code: '123456',
    maskedId,
  });
  expect(seen[1]?.headers.get('authorization')).toBe('Bearer aaa.bbb.ccc');
});

test('reads lists page by page, and hands out what it cannot read', async () => {
  const { shop, sent } = shopWith([json(collection([orderBody(), { id: 'x' }], 12))]);
  const page = await shop.orders.list({ page: 2, itemsPerPage: 5 }, customer);
  expect(page).toMatchObject({
    totalItems: 12,
    page: 2,
    itemsPerPage: 5,
    items: [{ incrementId: '100000002' }],
  });
  expect(page.rejected).toHaveLength(1);
  expect(sent()[0]?.[1]).toBe('/customers/me/orders?page=2&itemsPerPage=5');
});

test('takes 204 for a removal that has worked', async () => {
  const { shop, sent } = shopWith([raw(null, 204)]);
  await shop.wishlist.remove(4, customer);
  await shop.addresses.remove(5, customer);
  expect(sent().map(([method, path]) => `${method} ${path}`)).toEqual([
    'DELETE /customers/me/wishlist/4',
    'DELETE /customers/me/addresses/5',
  ]);
});

test('fills the honeypot under the name that the shop gives it', async () => {
  const { shop, sent } = shopWith([json({ success: true, message: 'Sent' })]);
  const message = {
    name: 'Ada',
    email: 'ada@example.com',
    comment: 'Hello',
    honeypot: { name: '_h_1', value: '' },
  };
  expect(await shop.contact.send(message, guest)).toEqual({ success: true, message: 'Sent' });
  expect(sent()[0]?.[2]).toEqual({ name: 'Ada', email: 'ada@example.com', comment: 'Hello', _h_1: '' });
});

test('keeps secrets out of errors and events', async () => {
  const events: unknown[] = [];
  const { shop } = shopWith([() => Promise.reject(new TypeError('fetch failed'))], {
    retries: 0,
    onRequest: (event) => void events.push(event),
  });
  const failed = await shop.carts
    .applyGiftCard({ maskedId }, 'GIFT-1', customer)
    .catch((error: unknown) => error);
  const failedSignIn = await shop.tokens
    .signIn({ email: 'a@b.c', password: 'hunter2' }, guest)
    .catch((error: unknown) => error);
  const shown =
    [failed, failedSignIn].map((error) => `${error} ${JSON.stringify(error)}`) + JSON.stringify(events);
  for (const secret of [maskedId, 'GIFT-1', 'hunter2', 'aaa.bbb.ccc']) expect(shown).not.toContain(secret);
  expect(JSON.stringify(shop)).not.toContain('shop.example');
});

test.each([
  ['a header name with a line break', { shopperAddressHeaders: ['X\r\nY'] }, /shopperAddressHeaders/],
  [
    'Authorization as the header of an address',
    { shopperAddressHeaders: ['authorization'] },
    /shopperAddressHeaders/,
  ],
  ['a timeout of 0', { placeOrderTimeoutMs: 0 }, /placeOrderTimeoutMs/],
])('refuses %s', (_name, wrong, message) => {
  expect(() => new MahoShopClient({ baseUrl: 'https://shop.example', ...wrong })).toThrow(message);
});

test('says that a site’s password and a customer’s token cannot be sent together', async () => {
  const { shop, seen } = shopWith([cartAnswer], { basicAuth: 'ann:hunter2' });
  await expect(shop.carts.read({ cartId: 6 }, customer)).rejects.toThrow(/workerAuth/);
  expect(seen).toHaveLength(0);
});
