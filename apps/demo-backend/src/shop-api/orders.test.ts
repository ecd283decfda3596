import { describe, expect, it } from 'vitest';
import type { Product } from '../catalogue/product.js';
import { objectsIn, stringIn } from '../json.js';
import { ADDRESS, CHECKOUT, guestIn, signIn } from '../testing/shopping.js';
import { type SmallShop, smallShop } from '../testing/small-shop.js';

const shop = smallShop();

const plain = ({ allOptions, tiers, special, price, qty }: Product) =>
  !allOptions && tiers === undefined && special === undefined && price > 10 && price < 60 && qty > 20;
const simple = shop.find('simple', plain);

async function filled(backend: SmallShop = shop, qty = 1) {
  const guest = await guestIn(backend);
  await guest.add({ sku: simple.sku, qty });
  return guest;
}

describe("a guest's order", () => {
  const details = (number: unknown, token: string) =>
    shop.get(`/orders/${String(number)}/details`, { 'X-Order-Token': token });

  it('is shown once for the token that placing it gave', async () => {
    const order = await (await filled()).send('POST', '/place-order', CHECKOUT);
    const token = stringIn(order.body.accessToken) ?? '';
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect((await details(order.body.incrementId, 'f'.repeat(64))).status).toBe(404);
    expect((await shop.get(`/orders/${order.body.incrementId}/details`)).status).toBe(404);
    const shown = await details(order.body.incrementId, token);
    expect([shown.status, shown.body.incrementId]).toEqual([200, order.body.incrementId]);
    expect(shown.body.accountToken).toBeDefined();
    expect((await details(order.body.incrementId, token)).status).toBe(404);
  });

  it('becomes an account with its address, once', async () => {
    const own = smallShop();
    const order = await (await filled(own)).send('POST', '/place-order', CHECKOUT);
    const shown = await own.get(`/orders/${order.body.incrementId}/details`, {
      'X-Order-Token': stringIn(order.body.accessToken) ?? '',
    });
    const account = { accountToken: stringIn(shown.body.accountToken) ?? '', password: 'difference' };
    const created = await own.send('POST', '/customers/create-from-order', account);
    expect([created.status, created.body.email, objectsIn(created.body.addresses)]).toEqual([
      201,
      'guest@example.com',
      [expect.objectContaining({ firstname: 'Ada', city: 'Portland', isDefaultBilling: true })],
    ]);
    const again = await own.send('POST', '/customers/create-from-order', account);
    expect(again.status).toBe(409);
    const customer = await signIn(own, 'guest@example.com', 'difference');
    const orders = await own.get('/customers/me/orders', customer);
    expect(orders.members.map(({ incrementId }) => incrementId)).toEqual([order.body.incrementId]);
  });
});

describe("a customer's order", () => {
  async function ordered(backend: SmallShop) {
    const ada = await signIn(backend);
    const cart = await backend.send('POST', '/carts', {}, ada);
    const path = `/carts/${cart.body.id}`;
    await backend.send('POST', `${path}/items`, { sku: simple.sku, qty: 2 }, ada);
    const order = await backend.send('POST', `${path}/place-order`, CHECKOUT, ada);
    return { ada, order };
  }

  it('carries the name and mail of the account and no token', async () => {
    const { order } = await ordered(smallShop());
    expect(order.status).toBe(201);
    expect(order.body).toMatchObject({
      customerEmail: 'ada@example.com',
      customerIsGuest: false,
      customerId: 1,
    });
    expect(order.body.accessToken).toBeUndefined();
  });

  it('is listed newest first, in pages, and read by its number', async () => {
    const own = smallShop();
    const first = await ordered(own);
    const { ada, order } = await ordered(own);
    const listed = await own.get('/customers/me/orders', ada);
    expect(listed.ids).toEqual([order.body.id, first.order.body.id]);
    expect(listed.body.totalItems).toBe(2);
    const paged = await own.get('/customers/me/orders?itemsPerPage=1&page=2', ada);
    expect(paged.ids).toEqual([first.order.body.id]);
    expect((await own.get(`/orders/${order.body.id}`, ada)).body.incrementId).toBe(order.body.incrementId);
    expect((await own.get('/customers/me/orders?status=canceled', ada)).ids).toEqual([]);
  });

  it('of somebody else is not there', async () => {
    const own = smallShop();
    const { order } = await ordered(own);
    await own.send('POST', '/customers', { email: 'mary@example.com', password: 'somerville' });
    const mary = await signIn(own, 'mary@example.com', 'somerville');
    expect((await own.get(`/orders/${order.body.id}`, mary)).status).toBe(404);
    expect((await own.send('POST', `/orders/${order.body.id}/cancel`, {}, mary)).status).toBe(404);
  });

  it('gives its stock back when it is cancelled, and cannot be cancelled twice', async () => {
    const own = smallShop();
    const before = own.catalogue.products.get(simple.id)?.qty;
    const { ada, order } = await ordered(own);
    expect(own.catalogue.products.get(simple.id)?.qty).toBe(Number(before) - 2);
    const path = `/orders/${order.body.id}/cancel`;
    const cancelled = await own.send('POST', path, { reason: 'Changed my mind' }, ada);
    expect(cancelled.body).toMatchObject({ status: 'canceled', state: 'canceled' });
    expect(own.catalogue.products.get(simple.id)?.qty).toBe(before);
    expect((await own.send('POST', path, {}, ada)).status).toBe(500);
  });

  it('is made of the open cart by POST /orders too', async () => {
    const own = smallShop();
    const ada = await signIn(own);
    const cart = await own.send('POST', '/carts', {}, ada);
    const path = `/carts/${cart.body.id}`;
    await own.send('POST', `${path}/items`, { sku: simple.sku, qty: 1 }, ada);
    expect((await own.send('POST', '/orders', {}, ada)).status).toBe(500);
    await own.send('PUT', `${path}/shipping-address`, ADDRESS, ada);
    await own.send('PUT', `${path}/billing-address`, ADDRESS, ada);
    await own.send(
      'PUT',
      `${path}/shipping-method`,
      { carrierCode: 'flatrate', methodCode: 'flatrate' },
      ada,
    );
    await own.send('PUT', `${path}/payment-method`, { methodCode: 'checkmo' }, ada);
    expect((await own.send('POST', '/orders', {}, ada)).status).toBe(201);
  });
});
