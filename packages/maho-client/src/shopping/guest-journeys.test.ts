import type { Product } from '@maho-storefront/demo-backend';
import { describe, expect, test } from 'vitest';
import { ADDRESS, guestCart, ORDER, refusal, SHOPPER, shopWithClient } from '../testing/demo-shop.js';
import { mayHavePlacedOrder } from './order-outcome.js';
import { reorderRequest } from './reorder-request.js';
import type { CartItem } from './schemas/cart-item.js';
import { shippingCost } from './shipping-cost.js';

const last = (items: readonly CartItem[]) => items.at(-1);

describe('a guest', () => {
  test('fills a cart, orders, and sees the order once', async () => {
    const { client, simple, calls } = shopWithClient();
    const cart = await guestCart(client);
    await client.carts.addItem(cart, { sku: simple.sku, qty: 2 }, SHOPPER);
    const line = last((await client.carts.read(cart, SHOPPER)).items);
    expect(line).toMatchObject({ sku: simple.sku, qty: 2 });
    await client.carts.changeItem(cart, line?.id ?? 0, 3, SHOPPER);
    await client.checkout.setShippingAddress(cart, ADDRESS, SHOPPER);
    await client.checkout.setBillingAddress(cart, ADDRESS, SHOPPER);
    const methods = await client.checkout.shippingMethods(cart, SHOPPER);
    const flat = methods.find(({ code }) => code === 'flatrate_flatrate');
    if (flat === undefined) throw new Error('There is a flat rate.');
    const priced = await client.checkout.setShippingMethod(cart, flat, SHOPPER);
    expect(shippingCost(priced)).toBe(5);
    const codes = (await client.checkout.paymentMethods(cart, SHOPPER)).map(({ code }) => code);
    expect(codes).toEqual(['checkmo', 'banktransfer', 'cashondelivery']);
    await client.checkout.setPaymentMethod(cart, 'checkmo', SHOPPER);
    expect((await client.carts.totals(cart, SHOPPER)).grandTotal).toBe(priced.prices.grandTotal);
    const order = await client.checkout.placeOrder(cart, ORDER, SHOPPER);
    expect(order.prices.grandTotal).toBe(priced.prices.grandTotal);
    expect(await refusal(client.carts.read(cart, SHOPPER))).toBe('cart_not_found');
    const { incrementId, accessToken = '' } = order;
    expect((await client.orders.byToken(incrementId, accessToken, SHOPPER)).incrementId).toBe(incrementId);
    expect(await refusal(client.orders.byToken(incrementId, accessToken, SHOPPER))).toBe('order_not_found');
    expect(calls('placeOrder').map(({ clientAddress }) => clientAddress)).toEqual(['192.0.2.1']);
  });

  test('gets every type of product into a cart, and can order the same again', async () => {
    const { backend, client, find, simple } = shopWithClient();
    const cart = await guestCart(client);
    const partOf = (product: Product, n = 0) => product.parts?.[n]?.productId ?? 0;
    const configurable = find(({ type }) => type === 'configurable');
    const child = configurable.parts
      ?.map(({ productId }) => backend.catalogue.products.get(productId))
      .find((product) => product?.inStock === true);
    const grouped = find(({ type }) => type === 'grouped');
    await client.carts.addItem(cart, { sku: simple.sku, qty: 1 }, SHOPPER);
    await client.carts.addItem(cart, { sku: child?.sku ?? '', qty: 1 }, SHOPPER);
    await client.carts.addItem(
      cart,
      { sku: grouped.sku, qty: 1, grouped: { [partOf(grouped)]: 2 } },
      SHOPPER,
    );
    const full = await client.carts.addItem(
      cart,
      { sku: find(({ type }) => type === 'virtual').sku, qty: 1 },
      SHOPPER,
    );
    expect(full.items.map(({ productType }) => productType)).toEqual([
      'simple',
      'configurable',
      'grouped',
      'virtual',
    ]);
    const order = await client.checkout.placeOrder(cart, ORDER, SHOPPER);
    const next = await guestCart(client);
    for (const item of order.items) {
      const request = reorderRequest(item, (id) => backend.catalogue.products.get(id)?.sku);
      if (request === undefined) throw new Error(`${item.sku} cannot be ordered again.`);
      await client.carts.addItem(next, request, SHOPPER);
    }
    const again = await client.carts.read(next, SHOPPER);
    expect(again.items.map(({ sku, qty }) => [sku, qty])).toEqual(
      full.items.map(({ sku, qty }) => [sku, qty]),
    );
  });

  test('goes on in another cart when the own one is gone', async () => {
    const { backend, client, simple } = shopWithClient();
    const cart = await guestCart(client);
    await backend.fetch('https://shop.test/_control/shop/forget-cart', {
      method: 'POST',
      body: JSON.stringify(cart),
    });
    const fresh = await client.carts.addItem(cart, { sku: simple.sku, qty: 1 }, SHOPPER);
    expect(fresh).toMatchObject({ cartRecreated: true, itemsCount: 1 });
    expect(fresh.maskedId).not.toBe(cart.maskedId);
  });

  test('is told why something cannot be had', async () => {
    const { backend, client, find, simple } = shopWithClient();
    const cart = await guestCart(client);
    const add = (sku: string, qty = 1) => refusal(client.carts.addItem(cart, { sku, qty }, SHOPPER));
    const soldOut = [...backend.catalogue.products.values()].find(
      ({ type, inStock, enabled, visibility }) =>
        type === 'simple' && !inStock && enabled && visibility !== 'not_visible',
    );
    expect(await add(soldOut?.sku ?? '')).toBe('out_of_stock');
    expect(await add('nope')).toBe('product_not_found');
    expect(await add(simple.sku, 20_000)).toBe('quantity_too_high');
    expect(await add(simple.sku, simple.qty + 1)).toBe('insufficient_stock');
    expect(await add(simple.sku, 0)).toBe('quantity_invalid');
    expect(await add(find(({ type }) => type === 'configurable').sku)).toBe('option_required');
    expect(await add(find(({ allOptions }) => allOptions).sku)).toBe('option_required');
    expect(await refusal(client.carts.changeItem(cart, 999, 1, SHOPPER))).toBe('item_not_found');
  });

  test('uses codes, or is told what is wrong with them', async () => {
    const { client, simple } = shopWithClient();
    const cart = await guestCart(client);
    await client.carts.addItem(cart, { sku: simple.sku, qty: 2 }, SHOPPER);
    const coupon = (code: string) => client.carts.applyCoupon(cart, code, SHOPPER);
    const giftCard = (code: string) => client.carts.applyGiftCard(cart, code, SHOPPER);
    expect((await coupon('SAVE10')).appliedCoupon?.code).toBe('SAVE10');
    expect(await refusal(coupon('NOPE'))).toBe('unknown_coupon');
    expect(await refusal(coupon('EXPIRED'))).toBe('coupon_not_applicable');
    expect((await client.carts.removeCoupon(cart, SHOPPER)).appliedCoupon).toBeUndefined();
    expect((await giftCard('GIFT-25')).prices.giftcardAmount).toBe(25);
    expect(await refusal(giftCard('GIFT-25'))).toBe('gift_card_already_applied');
    expect(await refusal(giftCard('NOPE'))).toBe('unknown_gift_card');
    expect(await refusal(giftCard('GIFT-EXPIRED'))).toBe('gift_card_unusable');
    await client.carts.removeGiftCard(cart, 'GIFT-25', SHOPPER);
    expect(await refusal(client.carts.removeGiftCard(cart, 'GIFT-25', SHOPPER))).toBe(
      'gift_card_not_applied',
    );
    const error = await client.checkout
      .setShippingAddress(cart, { ...ADDRESS, city: '', telephone: '' }, SHOPPER)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ reason: 'incomplete_address', fields: ['city', 'telephone'] });
  });
});

describe('an answer that gets lost', () => {
  test.each([
    ['cut off', { kind: 'lost' } as const],
    ['a gateway error', { kind: 'lost', status: 504 } as const],
  ])('(%s) never orders twice', async (_how, fault) => {
    const { backend, client, simple, calls } = shopWithClient();
    const cart = await guestCart(client);
    await client.carts.addItem(cart, { sku: simple.sku, qty: 1 }, SHOPPER);
    backend.faults.set([{ ...fault, match: /place-order/, times: 1 }]);
    const error: unknown = await client.checkout
      .placeOrder(cart, ORDER, SHOPPER)
      .catch((reason: unknown) => reason);
    expect(mayHavePlacedOrder(error)).toBe(true);
    expect(backend.shop.orders.size).toBe(1);
    expect(await refusal(client.carts.read(cart, SHOPPER))).toBe('cart_not_found');
    expect(calls('placeOrder')).toHaveLength(1);
  });

  test('never adds an item twice, while a read is asked for again', async () => {
    const { backend, client, simple } = shopWithClient();
    const cart = await guestCart(client);
    backend.faults.set([{ kind: 'lost', match: /\/items$/, times: 1 }]);
    await expect(client.carts.addItem(cart, { sku: simple.sku, qty: 1 }, SHOPPER)).rejects.toThrow();
    backend.faults.set([{ kind: 'status', status: 503, match: /guest-carts\/\w+$/, times: 1 }]);
    expect((await client.carts.read(cart, SHOPPER)).itemsQty).toBe(1);
  });

  test('of a backend that failed before it began leaves the cart to order again', async () => {
    const { backend, client, simple } = shopWithClient();
    const cart = await guestCart(client);
    await client.carts.addItem(cart, { sku: simple.sku, qty: 1 }, SHOPPER);
    const failed = client.checkout.placeOrder(cart, { ...ORDER, paymentMethod: '' }, SHOPPER);
    expect(mayHavePlacedOrder(await failed.catch((reason: unknown) => reason))).toBe(true);
    expect((await client.carts.read(cart, SHOPPER)).itemsCount).toBe(1);
    await client.checkout.placeOrder(cart, ORDER, SHOPPER);
    expect(backend.shop.orders.size).toBe(1);
  });
});
