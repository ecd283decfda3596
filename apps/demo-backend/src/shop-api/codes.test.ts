import { describe, expect, it } from 'vitest';
import type { Product } from '../catalogue/product.js';
import { isJsonObject, objectsIn } from '../json.js';
import { guestIn, priceOf } from '../testing/shopping.js';
import { smallShop } from '../testing/small-shop.js';

const shop = smallShop();

const plain = (product: Product) =>
  !product.allOptions && product.tiers === undefined && product.special === undefined;
const simple = shop.find('simple', (product) => plain(product) && product.qty > 20);

describe('codes', () => {
  it('take off what their rule says, and nothing once they are taken away', async () => {
    const guest = await guestIn(shop);
    const subtotal = Number(priceOf(await guest.add({ sku: simple.sku, qty: 10 }), 'subtotal'));
    const cart = await guest.send('PUT', '/coupon', { couponCode: 'SAVE10' });
    expect(cart.body.appliedCoupon).toMatchObject({ code: 'SAVE10' });
    expect(priceOf(cart, 'discountAmount')).toBeCloseTo(subtotal / 10, 2);
    expect(priceOf(cart, 'grandTotal')).toBeCloseTo(subtotal * 0.9, 2);
    expect(priceOf(await guest.send('DELETE', '/coupon'), 'discountAmount')).toBeNull();
  });

  it.each([
    ['NOPE', "Coupon code 'NOPE' is not valid"],
    ['EXPIRED', "Coupon code 'EXPIRED' could not be applied"],
  ])('%s does not, and says why', async (code, message) => {
    const guest = await guestIn(shop);
    await guest.add({ sku: simple.sku, qty: 1 });
    const refused = await guest.send('PUT', '/coupon', { code });
    expect([refused.status, refused.body.error, refused.body.message]).toEqual([
      400,
      'invalid_coupon',
      message,
    ]);
  });

  it('of gift cards pay as far as their balance goes', async () => {
    const guest = await guestIn(shop);
    const total = Number(priceOf(await guest.add({ sku: simple.sku, qty: 10 }), 'grandTotal'));
    const cart = await guest.send('POST', '/giftcards', { giftcardCode: 'GIFT-25' });
    expect(cart.body.appliedGiftcards).toEqual([{ code: 'GIFT-25', balance: 25, appliedAmount: 0 }]);
    expect(priceOf(cart, 'giftcardAmount')).toBe(25);
    expect(priceOf(cart, 'grandTotal')).toBeCloseTo(total - 25, 2);
    const again = await guest.send('POST', '/giftcards', { giftcardCode: 'GIFT-25' });
    expect(again.body.message).toBe('Gift card "GIFT-25" is already applied');
    const without = await guest.send('DELETE', '/giftcards/GIFT-25');
    expect(priceOf(without, 'grandTotal')).toBe(total);
  });

  it.each([
    ['GIFT-NONE', 'is not valid'],
    ['GIFT-PENDING', 'is pending activation'],
    ['GIFT-USED', 'has been fully used'],
    ['GIFT-EXPIRED', 'has expired'],
  ])('gift card %s %s', async (giftcardCode, message) => {
    const guest = await guestIn(shop);
    const refused = await guest.send('POST', '/giftcards', { giftcardCode });
    expect([refused.status, refused.body.message]).toEqual([400, `Gift card "${giftcardCode}" ${message}`]);
  });

  it('that pay everything leave only the free payment method to add', async () => {
    const guest = await guestIn(shop);
    await guest.add({ sku: simple.sku, qty: 1 });
    await guest.send('POST', '/giftcards', { giftcardCode: 'GIFT-1000' });
    const methods = await shop.get(`${guest.path}/payment-methods`);
    expect(objectsIn(methods.body.array).map(({ code }) => code)).toContain('free');
  });

  it('are validated without an amount', async () => {
    const answer = await shop.send('POST', '/coupons/validate', { code: 'SAVE10' });
    expect(answer.body).toMatchObject({ code: 'SAVE10', isValid: true });
    expect(isJsonObject(answer.body) && 'discountAmount' in answer.body).toBe(false);
    expect((await shop.send('POST', '/coupons/validate', { code: 'NOPE' })).body.isValid).toBe(false);
  });
});
