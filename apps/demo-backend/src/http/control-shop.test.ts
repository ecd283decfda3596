import { describe, expect, it } from 'vitest';
import { CHECKOUT, guestIn, priceOf, signIn } from '../testing/shopping.js';
import { smallShop } from '../testing/small-shop.js';

const simple = smallShop().find(
  'simple',
  ({ allOptions, qty, price }) => !allOptions && qty > 20 && price < 90,
);

describe('controls of the shop', () => {
  it('tell what is in it', async () => {
    const shop = smallShop();
    const [ordering, idle] = [await guestIn(shop), await guestIn(shop)];
    await ordering.add({ sku: simple.sku, qty: 1 });
    await idle.add({ sku: simple.sku, qty: 2 });
    const order = await ordering.send('POST', '/place-order', CHECKOUT);
    expect((await shop.control('GET', '/shop')).body).toMatchObject({
      carts: [{ isGuest: true, pieces: 2 }],
      orders: [{ incrementId: order.body.incrementId, status: 'pending', email: 'guest@example.com' }],
      customers: [
        { email: 'ada@example.com' },
        { email: 'grace@example.com' },
        { email: 'emmy@example.com' },
      ],
    });
  });

  it('let all tokens expire at once, and those that come after live', async () => {
    const shop = smallShop();
    const ada = await signIn(shop);
    await shop.control('POST', '/shop/expire-tokens');
    expect((await shop.get('/customers/me', ada)).body.message).toBe('Token has expired');
    expect((await shop.get('/customers/me', await signIn(shop))).status).toBe(200);
  });

  it('forget everything, settings too', async () => {
    const shop = smallShop({ shop: { flatRate: { price: 7, per: 'order' } } });
    const guest = await guestIn(shop);
    const ada = await signIn(shop);
    await shop.control('PUT', '/shop/settings', { flatRate: null });
    await shop.control('POST', '/shop/reset');
    expect((await shop.get(guest.path)).status).toBe(404);
    expect((await shop.get('/customers/me', ada)).status).toBe(401);
    expect(shop.shop.settings.flatRate).toEqual({ price: 7, per: 'order' });
  });

  it('change what the merchant has set up', async () => {
    const shop = smallShop();
    const changed = await shop.control('PUT', '/shop/settings', {
      flatRate: { price: 9.5, per: 'order' },
      freeShippingFrom: null,
      tokenSeconds: 30,
      paymentMethods: [{ code: 'invoice', title: 'Invoice' }],
      coupons: [{ code: 'HALF', percent: 50 }],
      giftCards: [{ code: 'NEW', balance: 5 }],
      taxRates: [{ country: 'US', percent: 10 }],
    });
    expect(changed.status).toBe(200);
    const guest = await guestIn(shop);
    await guest.add({ sku: simple.sku, qty: 1 });
    await guest.send('PUT', '/coupon', { code: 'HALF' });
    expect((await guest.send('POST', '/giftcards', { giftcardCode: 'NEW' })).status).toBe(200);
    const order = await guest.send('POST', '/place-order', { ...CHECKOUT, paymentMethod: 'invoice' });
    expect(priceOf(order, 'shippingAmount')).toBe(9.5);
    expect(Number(priceOf(order, 'taxAmount'))).toBeGreaterThan(0);
    expect(order.body).toMatchObject({ paymentMethodTitle: 'Invoice', couponCode: 'HALF' });
    await signIn(shop);
    expect(
      (await shop.send('POST', '/auth/token', { email: 'ada@example.com', password: 'analytical' })).body,
    ).toMatchObject({
      expires_in: 30,
    });
  });

  it.each([
    ['PUT', '/shop/settings', { nosuch: 1 }, /Settings are tokenSeconds/],
    ['PUT', '/shop/settings', { tokenSeconds: 'long' }, /"tokenSeconds" cannot be read/],
    ['PUT', '/shop/settings', { coupons: [{}] }, /"coupons" cannot be read/],
    ['PUT', '/shop/settings', [], /are an object/],
    ['POST', '/shop/forget-cart', {}, /needs "maskedId"/],
    ['POST', '/shop/forget-cart', { maskedId: 'x' }, /no such active cart/],
    ['POST', '/shop/approve-review', { id: 1 }, /no such pending review/],
  ])('%s %s with %j is refused in words', async (method, path, body, message) => {
    const refused = await smallShop().control(method, path, body);
    expect([refused.status, refused.body.message]).toEqual([422, expect.stringMatching(message)]);
  });
});
