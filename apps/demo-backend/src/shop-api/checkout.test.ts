import { describe, expect, it } from 'vitest';
import type { Product } from '../catalogue/product.js';
import { objectsIn } from '../json.js';
import { ADDRESS, CHECKOUT, guestIn, priceOf } from '../testing/shopping.js';
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

describe('addresses', () => {
  it('are there, empty, from the first item on', async () => {
    const empty = await guestIn(shop);
    expect((await shop.get(empty.path)).body.shippingAddress).toBeUndefined();
    const guest = await filled();
    expect((await shop.get(guest.path)).body.shippingAddress).toMatchObject({ firstname: '', street: [''] });
  });

  it('are refused with the names of all that is missing', async () => {
    const guest = await filled();
    const refused = await guest.send('PUT', '/shipping-address', { ...ADDRESS, city: ' ', street: [''] });
    expect([refused.status, refused.body.message]).toEqual([
      400,
      'Missing required address fields: street, city',
    ]);
  });

  it('lose their street to sameAsShipping', async () => {
    const guest = await filled();
    await guest.send('PUT', '/shipping-address', ADDRESS);
    const cart = await guest.send('PUT', '/billing-address', { sameAsShipping: true });
    expect(cart.body).toMatchObject({
      billingAddress: { street: ['Array'], firstname: 'Ada' },
      shippingAddress: { street: ['Array'] },
    });
  });
});

describe('shipping', () => {
  it('offers nothing without an address, and keeps the one that it is asked with', async () => {
    const guest = await filled();
    expect((await guest.send('POST', '/shipping-methods', {})).body.array).toEqual([]);
    const offered = await guest.send('POST', '/shipping-methods', {
      address: { countryId: 'US', region: 'CA' },
    });
    expect(objectsIn(offered.body.array).map(({ code, price }) => [code, price])).toEqual([
      ['flatrate_flatrate', 5],
    ]);
    const { body } = await shop.get(guest.path);
    expect(body.shippingAddress).toMatchObject({ countryId: 'US', region: 'California' });
  });

  it('that is free costs null in the prices and 0 in the list', async () => {
    const guest = await filled(shop, 11);
    await guest.send('PUT', '/shipping-address', ADDRESS);
    const offered = await guest.send('POST', '/shipping-methods', {});
    expect(objectsIn(offered.body.array).map(({ code, price }) => [code, price])).toContainEqual([
      'freeshipping_freeshipping',
      0,
    ]);
    const method = { carrierCode: 'freeshipping', methodCode: 'freeshipping' };
    const cart = await guest.send('PUT', '/shipping-method', method);
    expect(priceOf(cart, 'shippingAmount')).toBeNull();
    expect(cart.body.selectedShippingMethod).toMatchObject({ price: 0 });
  });

  it('is free by a coupon too, under the method that was chosen', async () => {
    const guest = await filled();
    await guest.send('PUT', '/shipping-address', ADDRESS);
    await guest.send('PUT', '/coupon', { code: 'FREESHIP' });
    const cart = await guest.send('PUT', '/shipping-method', {
      carrierCode: 'flatrate',
      methodCode: 'flatrate',
    });
    expect(cart.body.selectedShippingMethod).toMatchObject({ carrierCode: 'flatrate', price: 0 });
    expect(priceOf(cart, 'shippingAmount')).toBeNull();
  });

  it('is counted per piece where the merchant has it so', async () => {
    const perItem = smallShop({ shop: { flatRate: { price: 3, per: 'item' } } });
    const guest = await filled(perItem, 2);
    await guest.send('PUT', '/shipping-address', ADDRESS);
    const cart = await guest.send('PUT', '/shipping-method', {
      carrierCode: 'flatrate',
      methodCode: 'flatrate',
    });
    expect(priceOf(cart, 'shippingAmount')).toBe(6);
  });
});

describe('taxes', () => {
  it('are added where the address has a rate, on the rows and the whole', async () => {
    const guest = await filled();
    const cart = await guest.send('PUT', '/shipping-address', {
      ...ADDRESS,
      region: 'California',
      regionId: 4,
    });
    const subtotal = Number(priceOf(cart, 'subtotal'));
    expect(priceOf(cart, 'taxAmount')).toBeCloseTo(subtotal * 0.09, 1);
    expect(priceOf(cart, 'grandTotal')).toBeCloseTo(subtotal + Number(priceOf(cart, 'taxAmount')), 2);
  });

  it('are forgotten where a region is given by name only, as Maho forgets them', async () => {
    const guest = await filled();
    const cart = await guest.send('PUT', '/shipping-address', { ...ADDRESS, region: 'California' });
    expect(priceOf(cart, 'taxAmount')).toBe(0);
  });
});

describe('placing an order', () => {
  it('takes everything in one go and ends the cart', async () => {
    const guest = await filled(shop, 2);
    const order = await guest.send('POST', '/place-order', CHECKOUT);
    expect([order.status, order.headers.get('Location')]).toEqual([
      201,
      `/api/rest/v2/orders/${order.body.id}`,
    ]);
    expect(order.body).toMatchObject({
      customerEmail: 'guest@example.com',
      customerIsGuest: true,
      status: 'pending',
      state: 'new',
      paymentMethodTitle: 'Check / Money order',
      shippingDescription: 'Flat Rate - Fixed',
      totalQtyOrdered: 2,
    });
    expect(order.body.incrementId).toMatch(/^1\d{8}$/);
    expect((await shop.get(guest.path)).status).toBe(404);
    expect((await guest.send('POST', '/place-order', CHECKOUT)).body.message).toBe('Cart not found');
  });

  it('counts order numbers by store', async () => {
    const shared = shop.find('simple', (product) => plain(product) && product.websites.length > 1);
    const guest = await guestIn(shop, 2);
    await guest.add({ sku: shared.sku, qty: 1 });
    const order = await guest.send('POST', '/place-order', CHECKOUT);
    expect(order.body.incrementId).toMatch(/^2\d{8}$/);
  });

  it.each([
    ['no item', { shippingMethod: '' }, false],
    ['no address', { shippingAddress: {}, billingAddress: {}, shippingMethod: '' }, true],
    ['no billing address', { billingAddress: {} }, true],
    ['no shipping method', { shippingMethod: '' }, true],
    ['no payment method', { paymentMethod: '' }, true],
  ])('with %s is a 500 that says nothing, and costs no item', async (_what, without, hasItem) => {
    const guest = hasItem ? await filled() : await guestIn(shop);
    const failed = await guest.send('POST', '/place-order', { ...CHECKOUT, ...without });
    expect([failed.status, failed.body.message]).toEqual([500, 'An internal error occurred']);
    expect((await shop.get(guest.path)).body.itemsCount).toBe(hasItem ? 1 : 0);
  });

  it('with a method that is not there is a 400', async () => {
    const guest = await filled();
    const payment = await guest.send('POST', '/place-order', { ...CHECKOUT, paymentMethod: 'paypal' });
    expect([payment.status, payment.body.message]).toEqual([
      400,
      'Payment method is not available for this cart',
    ]);
    const shipping = await guest.send('POST', '/place-order', { ...CHECKOUT, shippingMethod: 'ups_ground' });
    expect([shipping.status, shipping.body.message]).toEqual([
      400,
      'Shipping method is not available for this address',
    ]);
  });

  it.each([
    ['checkmo', 'Check / Money order'],
    ['banktransfer', 'Bank Transfer Payment'],
    ['cashondelivery', 'Cash On Delivery'],
  ])('can be paid by %s', async (paymentMethod, title) => {
    const guest = await filled();
    const order = await guest.send('POST', '/place-order', { ...CHECKOUT, paymentMethod });
    expect(order.body).toMatchObject({ paymentMethod, paymentMethodTitle: title });
  });

  it('takes the stock without flushing what is cached of the item', async () => {
    const cached = smallShop({ itemCacheSeconds: 300 });
    const before = (await cached.get(`/products/${simple.id}`)).body.stockQty;
    await (await filled(cached, 2)).send('POST', '/place-order', CHECKOUT);
    expect((await cached.get(`/products/${simple.id}`)).body.stockQty).toBe(before);
    cached.pass(301);
    expect((await cached.get(`/products/${simple.id}`)).body.stockQty).toBe(Number(before) - 2);
  });

  it('fails once somebody else has bought the last piece', async () => {
    const own = smallShop();
    const [first, second] = [await filled(own), await filled(own)];
    own.catalogue.edit.setStock(simple.id, 1);
    expect((await first.send('POST', '/place-order', CHECKOUT)).status).toBe(201);
    expect((await second.send('POST', '/place-order', CHECKOUT)).status).toBe(500);
    expect((await second.add({ sku: simple.sku, qty: 1 })).body.message).toBe(
      'This product is currently out of stock.',
    );
  });

  it('spends gift cards', async () => {
    const own = smallShop();
    const guest = await filled(own, 2);
    await guest.send('POST', '/giftcards', { giftcardCode: 'GIFT-25' });
    const order = await guest.send('POST', '/place-order', CHECKOUT);
    expect(priceOf(order, 'giftcardAmount')).toBe(25);
    const next = await filled(own);
    const refused = await next.send('POST', '/giftcards', { giftcardCode: 'GIFT-25' });
    expect(refused.body.message).toBe('Gift card "GIFT-25" has been fully used');
  });

  it('ships nothing that is virtual, and taxes it by the billing address', async () => {
    const virtual = shop.find('virtual');
    const guest = await guestIn(shop);
    await guest.add({ sku: virtual.sku, qty: 1 });
    const { email, paymentMethod } = CHECKOUT;
    const billingAddress = { ...ADDRESS, region: 'California', regionId: 4 };
    const order = await guest.send('POST', '/place-order', { email, paymentMethod, billingAddress });
    expect(order.status).toBe(201);
    expect(order.body).toMatchObject({ isVirtual: true });
    expect(order.body.shippingAddress).toBeUndefined();
    expect(Number(priceOf(order, 'taxAmount'))).toBeGreaterThan(0);
  });

  it('mails to whoever ordered', async () => {
    const own = smallShop();
    const order = await (await filled(own)).send('POST', '/place-order', CHECKOUT);
    const mails = await own.control('GET', '/shop/mails');
    expect(mails.body.array).toEqual([
      { kind: 'order', to: 'guest@example.com', order: order.body.incrementId },
    ]);
  });
});
