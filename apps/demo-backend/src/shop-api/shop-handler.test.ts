import { describe, expect, it } from 'vitest';
import { CHECKOUT, guestIn, signIn } from '../testing/shopping.js';
import { smallShop } from '../testing/small-shop.js';

const shop = smallShop();
const simple = shop.find('simple', ({ allOptions, qty }) => !allOptions && qty > 20);

describe('requests that no handler sees', () => {
  it.each([
    ['GET', '/guest-carts', 405, 'Allow: POST'],
    ['DELETE', '/customers/me', 405, 'Allow: GET, PUT'],
    ['PATCH', '/guest-carts/abc/items/1', 405, 'Allow: PUT, DELETE'],
    ['DELETE', '/products/1/reviews', 405, 'Allow: GET, POST'],
    ['GET', '/customers', 401, 'Authentication required'],
    ['GET', '/orders', 401, 'Authentication required'],
    ['POST', '/carts', 401, 'Authentication required'],
    ['GET', '/newsletter/status', 401, 'Authentication required'],
    ['POST', '/guest-carts/abc/nosuch', 404, 'No route found'],
    ['POST', '/guest-carts?store=nope', 400, 'Unknown store: nope'],
  ])('%s %s is %i', async (method, path, status, message) => {
    const refused = await shop.send(method, path);
    expect([refused.status, refused.body.message]).toEqual([status, expect.stringContaining(message)]);
  });

  it('are malformed, or in a format that is not read', async () => {
    const post = async (body: string, type: string) => {
      const init = { method: 'POST', body, headers: { 'Content-Type': type } };
      return (await shop.fetch('https://shop.test/api/rest/v2/guest-carts', init)).status;
    };
    expect(await post('{bad', 'application/json')).toBe(400);
    expect(await post('a=b', 'application/x-www-form-urlencoded')).toBe(415);
    expect(await post('', 'text/plain')).toBe(201);
    expect((await shop.send('POST', '/guest-carts', {}, { Accept: 'text/html' })).status).toBe(406);
  });
});

describe('formats', () => {
  it('are plain where plain JSON is asked for', async () => {
    const guest = await guestIn(shop);
    await guest.add({ sku: simple.sku, qty: 1 });
    const cart = await shop.get(guest.path, { Accept: 'application/json' });
    expect(cart.body.itemsCount).toBe(1);
    expect(JSON.stringify(cart.body)).not.toMatch(/"@(type|id|context)"/);
  });

  it('let a cart be read again only if it has changed', async () => {
    const guest = await guestIn(shop);
    const etag = (await shop.get(guest.path)).headers.get('ETag') ?? '';
    expect((await shop.get(guest.path, { 'If-None-Match': etag })).status).toBe(304);
    shop.pass(1);
    await guest.add({ sku: simple.sku, qty: 1 });
    expect((await shop.get(guest.path, { 'If-None-Match': etag })).status).toBe(200);
  });

  it('have no body for HEAD', async () => {
    const guest = await guestIn(shop);
    const answer = await shop.send('HEAD', guest.path);
    expect([answer.status, answer.body]).toEqual([200, {}]);
  });
});

describe('idempotency keys', () => {
  it("repeat a customer's answer for a day", async () => {
    const own = smallShop({ shop: { tokenSeconds: 200_000 } });
    const ada = { ...(await signIn(own)), 'X-Idempotency-Key': 'once-1' };
    const first = await own.send('POST', '/carts', {}, ada);
    const again = await own.send('POST', '/carts', {}, ada);
    expect([again.status, again.body, again.headers.get('X-Idempotency-Replayed')]).toEqual([
      201,
      first.body,
      'true',
    ]);
    own.pass(24 * 3600 + 1);
    expect((await own.send('POST', '/carts', {}, ada)).body.id).not.toBe(first.body.id);
    expect((await own.send('POST', '/carts', {}, { ...ada, 'X-Idempotency-Key': 'no spaces' })).status).toBe(
      400,
    );
  });

  it('order once, however often it is sent', async () => {
    const own = smallShop();
    const ada = await signIn(own);
    const path = `/carts/${(await own.send('POST', '/carts', {}, ada)).body.id}`;
    await own.send('POST', `${path}/items`, { sku: simple.sku, qty: 1 }, ada);
    const keyed = { ...ada, 'X-Idempotency-Key': 'order-1' };
    const first = await own.send('POST', `${path}/place-order`, CHECKOUT, keyed);
    const again = await own.send('POST', `${path}/place-order`, CHECKOUT, keyed);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect((await own.control('GET', '/shop')).body.orders).toHaveLength(1);
  });

  it('are taken while a request with them is under way', async () => {
    const own = smallShop();
    const keyed = { ...(await signIn(own)), 'X-Idempotency-Key': 'twice-1' };
    const sent = [own.send('POST', '/carts', {}, keyed), own.send('POST', '/carts', {}, keyed)];
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await own.send('POST', '/carts', {}, keyed)).status).toBe(201);
  });

  it('mean nothing to guests (cart/55 and 56)', async () => {
    const key = { 'X-Idempotency-Key': 'once-1' };
    const [first, second] = [
      await shop.send('POST', '/guest-carts', {}, key),
      await shop.send('POST', '/guest-carts', {}, key),
    ];
    expect(second.body.id).not.toBe(first.body.id);
  });
});

describe('limits', () => {
  it('are off unless they are wanted', async () => {
    for (let n = 0; n < 7; n++) {
      const body = { email: 'ada@example.com', password: 'wrong' };
      expect((await shop.send('POST', '/auth/token', body)).status).toBe(401);
    }
  });

  it('count by address and by e-mail, and never say how long to wait', async () => {
    const own = smallShop({ shop: { rateLimits: true } });
    const attempt = (email: string, from: string) =>
      own.send('POST', '/auth/token', { email, password: 'wrong' }, { 'X-Forwarded-For': from });
    for (let n = 0; n < 5; n++) expect((await attempt('ada@example.com', '192.0.2.1')).status).toBe(401);
    const refused = await attempt('ada@example.com', '192.0.2.2');
    expect([refused.status, refused.body.error, refused.headers.get('Retry-After')]).toEqual([
      429,
      'too_many_requests',
      null,
    ]);
    for (let n = 0; n < 5; n++) await attempt(`nobody${n}@example.com`, '192.0.2.1');
    expect((await attempt('new@example.com', '192.0.2.1')).status).toBe(429);
    expect((await attempt('new@example.com', '192.0.2.9')).status).toBe(401);
    own.pass(61);
    expect((await attempt('ada@example.com', '192.0.2.1')).status).toBe(401);
  });

  it('hold for codes, which could be guessed', async () => {
    const own = smallShop({ shop: { rateLimits: true } });
    const guest = await guestIn(own);
    const statuses: number[] = [];
    for (let n = 0; n < 11; n++) {
      statuses.push((await guest.send('POST', '/giftcards', { giftcardCode: `GUESS-${n}` })).status);
    }
    expect(statuses.slice(-2)).toEqual([400, 429]);
  });
});

it('notes whom a request was made for', async () => {
  await shop.get('/stores', { 'X-Forwarded-For': '192.0.2.7' });
  expect(shop.stats.snapshot().log.at(-1)).toMatchObject({ route: 'stores', clientAddress: '192.0.2.7' });
});
