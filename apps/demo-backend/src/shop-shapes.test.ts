import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonValue, objectsIn } from './json.js';
import { exchangeNames, hasSharedFolder, readExchange } from './testing/recordings.js';
import { differences, emptyShape, observe, type Shape } from './testing/shape.js';
import { ADDRESS, CHECKOUT, type Guest, guestIn } from './testing/shopping.js';
import { smallShop } from './testing/small-shop.js';

/** Keys that a cart or an order has only when its data calls for them. */
const DATA_DEPENDENT = new Set([
  'taxAmount',
  'taxPercent',
  'discountPercent',
  'selectedShippingMethod',
  'selectedPaymentMethod',
]);

const shop = smallShop();
const simple = shop.find('simple', ({ allOptions, qty }) => !allOptions && qty > 20);

async function withEveryType(): Promise<Guest> {
  const guest = await guestIn(shop);
  const configurable = (await shop.get(`/products/${shop.find('configurable').id}`)).body;
  const bundle = (await shop.get(`/products/${shop.find('bundle', ({ price }) => price === 0).id}`)).body;
  const variant = objectsIn(configurable.variants).find(({ inStock }) => inStock === true);
  const choice = objectsIn(bundle.bundleOptions).map((option) => [
    String(option.id),
    objectsIn(option.selections)[0]?.id ?? 0,
  ]);
  await guest.add({ sku: simple.sku, qty: 2 });
  await guest.add({ sku: String(variant?.sku), qty: 1 });
  await guest.add({ sku: String(bundle.sku), qty: 1, bundleOption: Object.fromEntries(choice) });
  await guest.add({ sku: shop.find('virtual').sku, qty: 1 });
  return guest;
}

const address = { ...ADDRESS, region: 'California', regionId: 4 };
const method = { carrierCode: 'flatrate', methodCode: 'flatrate' };

/** What is compared: recordings by pattern, and how ours is come by. */
const KINDS: readonly (readonly [string, RegExp, (guest: Guest) => Promise<{ readonly body: JsonValue }>])[] =
  [
    ['cart that was just opened', /cart\/(01|02|55|56)/, () => shop.send('POST', '/guest-carts', {})],
    ['cart with items', /cart\/(16|21|22|25|28)/, ({ path }) => shop.get(path)],
    ['cart with an address', /cart\/(38|39)/, (guest) => guest.send('PUT', '/shipping-address', address)],
    ['cart with both', /cart\/39/, (guest) => guest.send('PUT', '/billing-address', address)],
    ['totals', /cart\/33/, ({ path }) => shop.get(`${path}/totals`)],
    ['shipping methods', /cart\/36/, (guest) => guest.send('POST', '/shipping-methods', {})],
    ['cart with a shipping method', /cart\/41/, (guest) => guest.send('PUT', '/shipping-method', method)],
    ['payment methods', /cart\/42/, ({ path }) => shop.get(`${path}/payment-methods`)],
    [
      'cart ready to order',
      /cart\/(43|44)/,
      (guest) => guest.send('PUT', '/payment-method', { methodCode: 'checkmo' }),
    ],
    [
      'order',
      /cart\/45/,
      (guest) =>
        guest.send('POST', '/place-order', {
          ...CHECKOUT,
          shippingAddress: address,
          billingAddress: address,
        }),
    ],
  ];

const available = hasSharedFolder();

describe.skipIf(!available)(
  'carts and orders of a generated shop have the keys and types of recorded ones',
  () => {
    const names = available ? exchangeNames(['cart']) : [];

    it('in every step to an order', async () => {
      const guest = await withEveryType();
      for (const [kind, pattern, make] of KINDS) {
        const recorded: Shape = emptyShape();
        for (const name of names.filter((candidate) => pattern.test(candidate))) {
          observe(recorded, withoutIds(readExchange(name).body));
        }
        const ours = observe(emptyShape(), withoutIds(bare((await make(guest)).body)));
        expect(
          recorded.objects + (recorded.element?.objects ?? 0),
          `recordings of a ${kind}`,
        ).toBeGreaterThan(0);
        expect(differences(recorded, ours, DATA_DEPENDENT), kind).toEqual([]);
      }
    });
  },
);

/** Choices are keyed by the ids of options, which are others in every shop. */
function withoutIds(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, entry]) => [
    /^\d+$/.test(key) ? 'id' : key,
    withoutIds(entry),
  ]);
  return Object.fromEntries(entries);
}

/** A plain array comes wrapped from the small shop. */
function bare(body: JsonValue): JsonValue {
  return isJsonObject(body) ? (body.array ?? body) : body;
}
