import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Recording, readShoppingRecordings } from '../testing/recordings.js';
import { raw, scriptedFetch } from '../testing/scripted-fetch.js';
import type { CartRef } from './cart-ref.js';
import { MahoShopClient } from './shop-client.js';

const API = 'https://maho.example/api/rest/v2';

/** What each recorded failure must become. */
const REASONS: Readonly<Record<string, string>> = {
  '05-add-unknown-sku': 'product_not_found',
  '06-add-no-sku': 'product_not_found',
  '07-add-too-many': 'quantity_too_high',
  '08-add-out-of-stock': 'out_of_stock',
  '09-add-disabled': 'product_unavailable',
  '10-add-qty-zero': 'quantity_invalid',
  '11-add-qty-negative': 'quantity_invalid',
  '17-add-configurable-parent-no-options': 'option_required',
  '18-add-configurable-superAttribute': 'option_required',
  '19-add-configurable-options-super': 'option_required',
  '20-add-bundle-no-options': 'option_required',
  '23-add-downloadable-no-links': 'option_required',
  '24-add-downloadable': 'option_required',
  '26-add-custom-options-missing': 'option_required',
  '27-add-custom-options': 'option_required',
  '30-update-qty-too-many': 'quantity_too_high',
  '31-update-unknown-item': 'item_not_found',
  '35-coupon-invalid': 'unknown_coupon',
  '37-shipping-address-empty': 'incomplete_address',
  '40-shipping-method-bad': 'shipping_method_unavailable',
  '46-get-after-order': 'cart_not_found',
  '47-place-order-twice': 'cart_not_found',
  '48-get-unknown-cart': 'cart_not_found',
  '49-get-numeric-cart': 'cart_not_found',
};

/** Failures of the request itself, which no shopper can cause. */
const CODES: Readonly<Record<string, string>> = {
  '52-create-bad-store': 'unknown_store',
  '53-create-malformed': 'bad_request',
};

/** Fields that a refusal must name. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  '26-add-custom-options-missing': ['Option area'],
  '27-add-custom-options': ['Option date'],
  '37-shipping-address-empty': [
    'firstName',
    'lastName',
    'street',
    'city',
    'postcode',
    'countryId',
    'telephone',
  ],
};

/** A browser asks this, the client never does. */
const NOT_ASKED = '54-options-on-cart';

const recordings = readShoppingRecordings().filter(({ name }) => !name.includes(NOT_ASKED));
const answered = recordings.filter(({ response }) => response.status < 300);
const failed = recordings.filter(({ response }) => response.status >= 400);

function idOf({ name }: Recording): string {
  return name.replace(/^cart\//, '').replace(/\.json$/, '');
}

/** Makes the recorded call through the client, and has it answered as recorded. */
function replay({ request, response }: Recording): { result: Promise<unknown>; sent: () => unknown } {
  const { fetch, seen } = scriptedFetch(
    raw(JSON.stringify(response.body), response.status, response.headers),
  );
  const shop = new MahoShopClient({ baseUrl: API, fetch, retries: 0 });
  const path = request.url.slice(API.length).split('?')[0] ?? '';
  const [, id = '', below = ''] = /^\/guest-carts(?:\/(\w+))?(\/.*)?$/.exec(path) ?? [];
  // The client asks for no cart whose id cannot be one; Maho's answer to it is read all the same.
  const ref: CartRef = { maskedId: /^\w{32}$/.test(id) ? id : '0'.repeat(32) };
  const itemId = Number(/\d+$/.exec(below)?.[0] ?? 0);
  const body = z.record(z.string(), z.json()).catch({}).parse(request.body);
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    'POST ': () => shop.carts.createForGuest({}),
    'GET ': () => shop.carts.read(ref, {}),
    'POST /items': () => shop.carts.addItem(ref, itemOf(body), {}),
    'PUT /items': () => shop.carts.changeItem(ref, itemId, Number(body.qty), {}),
    'DELETE /items': () => shop.carts.removeItem(ref, itemId, {}),
    'GET /totals': () => shop.carts.totals(ref, {}),
    'GET /payment-methods': () => shop.checkout.paymentMethods(ref, {}),
    'PUT /coupon': () => shop.carts.applyCoupon(ref, String(body.code), {}),
    'POST /shipping-methods': () => shop.checkout.shippingMethods(ref, {}, { countryId: 'US' }),
    'PUT /shipping-address': () => shop.checkout.setShippingAddress(ref, addressOf(body), {}),
    'PUT /billing-address': () => shop.checkout.setBillingAddress(ref, addressOf(body), {}),
    'PUT /shipping-method': () =>
      shop.checkout.setShippingMethod(
        ref,
        { carrierCode: String(body.carrierCode), methodCode: String(body.methodCode) },
        {},
      ),
    'PUT /payment-method': () => shop.checkout.setPaymentMethod(ref, String(body.methodCode), {}),
    'POST /place-order': () =>
      shop.checkout.placeOrder(
        ref,
        { billingAddress: addressOf(body), paymentMethod: String(body.paymentMethod) },
        {},
      ),
  };
  const key = `${request.method} ${below.replace(/\/\d+$/, '')}`;
  const call = calls[key];
  if (call === undefined) throw new Error(`no call of the client for ${key}`);
  return { result: call(), sent: () => seen[0]?.url.pathname };
}

function itemOf(body: Record<string, unknown>) {
  return { sku: String(body.sku ?? ''), qty: Number(body.qty) };
}

function addressOf(body: Record<string, unknown>) {
  const text = (name: string) => String(body[name] ?? '');
  return {
    firstName: text('firstName'),
    lastName: text('lastName'),
    street: [],
    city: text('city'),
    postcode: text('postcode'),
    countryId: text('countryId'),
    telephone: text('telephone'),
  };
}

describe.skipIf(recordings.length === 0)('real answers of a Maho cart', () => {
  test('are all accounted for', () => {
    expect(answered.length).toBeGreaterThan(20);
    expect(failed.map(idOf).sort()).toEqual([...Object.keys(REASONS), ...Object.keys(CODES)].sort());
  });

  test.each(answered.map((one) => [one.name, one] as const))('are read: %s', async (_name, one) => {
    const { result, sent } = replay(one);
    const read = await result;
    expect(sent()).toBe(new URL(one.request.url).pathname);
    expect(read).toBeDefined();
    if (Array.isArray(read)) {
      expect(read).toHaveLength(z.array(z.unknown()).parse(one.response.body).length);
      return;
    }
    // Whatever is counted or named in the answer has arrived.
    const kept = z.record(z.string(), z.unknown()).parse(one.response.body);
    for (const field of [
      'id',
      'maskedId',
      'incrementId',
      'currency',
      'itemsQty',
      'grandTotal',
      'accessToken',
    ]) {
      if (kept[field] !== undefined) expect(read, field).toHaveProperty(field, kept[field]);
    }
    const items = z.array(z.object({ sku: z.string() })).safeParse(kept.items);
    if (items.success) expect(read).toMatchObject({ items: items.data.map(({ sku }) => ({ sku })) });
  });

  test.each(failed.map((one) => [one.name, one] as const))('are named: %s', async (_name, one) => {
    const id = idOf(one);
    const reason = REASONS[id];
    const expected =
      reason === undefined ? { code: CODES[id] } : { code: 'refused', reason, fields: FIELDS[id] ?? [] };
    await expect(replay(one).result).rejects.toMatchObject({ ...expected, status: one.response.status });
  });

  test('leave no markup in what is said to the shopper', async () => {
    const one = failed.find(({ name }) => name.includes('26-add-custom-options-missing'));
    if (one === undefined) throw new Error('recording cart/26 is missing');
    await expect(replay(one).result).rejects.toMatchObject({
      said: 'Failed to add product: Please specify the product required option Option area.',
    });
  });
});
