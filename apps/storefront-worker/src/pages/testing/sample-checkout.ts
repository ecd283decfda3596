import { type Cart, cartSchema } from '@maho-storefront/maho-client/shopping';
import { knownAddressForm } from '../../shopping/checkout/address-form.js';
import type { PlacedOrder } from '../../shopping/checkout/place-order/placed-order.js';
import type { CheckoutView } from '../checkout/checkout-page.js';

export const SAMPLE_COUNTRIES = [
  { id: 'DE', name: 'Germany', regions: [{ id: 82, code: 'BER', name: 'Berlin' }] },
  { id: 'HK', name: 'Hong Kong', regions: [] },
];

const address = {
  id: 5,
  firstname: 'Ada',
  lastname: 'Lovelace',
  street: ['Testweg 1'],
  city: 'Berlin',
  region: 'Berlin',
  regionId: 82,
  postcode: '10115',
  countryId: 'DE',
  telephone: '030 1',
};

const flatRate = { carrierCode: 'flatrate', methodCode: 'flatrate', title: 'Flat rate', price: 5 };
const check = { code: 'checkmo', title: 'Check / Money order', isOffline: true };
const line = {
  id: 1,
  sku: 'tee',
  name: 'Tee',
  qty: 2,
  price: 10,
  rowTotal: 20,
  productId: 1,
  productType: 'configurable',
  options: [{ label: 'Size', value: 'M' }],
};

/** A cart with everything chosen. */
export function sampleCart(changes: object = {}): Cart {
  return cartSchema.parse({
    id: 1,
    maskedId: '0'.repeat(32),
    items: [line],
    prices: { subtotal: 20, shippingAmount: 5, taxAmount: 1.8, grandTotal: 26.8 },
    billingAddress: address,
    shippingAddress: address,
    availableShippingMethods: [flatRate],
    selectedShippingMethod: flatRate,
    availablePaymentMethods: [check],
    selectedPaymentMethod: check,
    currency: 'EUR',
    itemsCount: 1,
    itemsQty: 2,
    ...changes,
  });
}

/** A guest at the review. */
export function sampleCheckout(cart: Cart | null, changes: Partial<CheckoutView> = {}): CheckoutView {
  const known = { email: 'ada@example.com', countries: SAMPLE_COUNTRIES, locale: 'de_DE', book: [] };
  return {
    ...known,
    cart,
    products: new Map(),
    isSignedIn: false,
    payments: cart?.availablePaymentMethods ?? [],
    next: 'review',
    form: knownAddressForm(cart ?? {}, known),
    isBeginning: true,
    trouble: null,
    ...changes,
  };
}

export function samplePlacedOrder(changes: Partial<PlacedOrder> = {}): PlacedOrder {
  const { billingAddress, shippingAddress } = sampleCart();
  return {
    number: '100000002',
    email: 'ada@example.com',
    currency: 'EUR',
    isVirtual: false,
    withTax: false,
    lines: [{ ...line, rowTotalInclTax: 21.8 }],
    prices: { subtotal: 20, shippingAmount: 5, taxAmount: 1.8, grandTotal: 26.8 },
    billingAddress,
    shippingAddress,
    paymentTitle: 'Check / Money order',
    shippingTitle: 'Flat rate',
    ...changes,
  };
}
