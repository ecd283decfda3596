import { COUNTRY, type FormFields, type Goods, REGION } from './goods.ts';

/** What the page that a shopper saw last says, as far as the next form needs it. */
export interface SeenPage {
  /** Ids of the cart's lines, in their order. */
  lines: readonly string[];
  /** The amount that the review asks the shopper to agree to. */
  amount: string;
}

/** One thing that a shopper does: a form they send, or a page they open. */
export interface Action {
  name: string;
  /** Whose promise it is under. */
  part: 'cart' | 'checkout';
  path: string;
  /** Null for a page. */
  fields: ((goods: Goods, seen: SeenPage) => FormFields) | null;
  /** Sent by the page's script, which is answered with JSON. */
  isByScript?: boolean;
  /** Path to which the form leads; null where there is a page or JSON. */
  leadsTo: string | null;
}

type Fields = NonNullable<Action['fields']>;

const page = (part: Action['part'], name: string, path: string): Action => {
  return { part, name, path, fields: null, leadsTo: null };
};
const cartForm = (name: string, path: string, fields: Fields): Action => {
  return { part: 'cart', name, path, fields, leadsTo: '/cart' };
};
const checkoutForm = (name: string, path: string, leadsTo: string, fields: Fields): Action => {
  return { part: 'checkout', name, path, fields, leadsTo };
};

const COUPON = { coupon: 'SAVE10' };
const GIFT_CARD = 'GIFT-25';
const PLACE = { country: COUNTRY, region: REGION, postcode: '90210' };
const SHIPPING = { method: 'flatrate/flatrate' };
const PAYMENT = { payment: 'checkmo' };

/** A guest's whole purchase, in its order: both codes are taken off again, so that no card is ever used up. */
export const ACTIONS: readonly Action[] = [
  cartForm('first product into the cart', '/cart/add', ({ simple }) => simple),
  cartForm('add a configurable', '/cart/add', ({ configurable }) => configurable),
  {
    ...cartForm('add by script', '/cart/add', ({ otherSimple }) => otherSimple),
    ...{ isByScript: true, leadsTo: null },
  },
  page('cart', 'cart page', '/cart'),
  cartForm('change a quantity', '/cart/items', (_, seen) => ({ ...lineOf(seen, 0), qty: '2' })),
  cartForm('remove a line', '/cart/remove', (_, seen) => lineOf(seen, 2)),
  cartForm('apply a coupon', '/cart/coupon', () => COUPON),
  cartForm('remove the coupon', '/cart/coupon/remove', () => ({})),
  cartForm('apply a gift card', '/cart/gift-card', () => ({ 'gift-card': GIFT_CARD })),
  cartForm('remove the gift card', '/cart/gift-card/remove', () => ({ code: GIFT_CARD })),
  cartForm('estimate shipping', '/cart/estimate', () => PLACE),
  page('checkout', 'checkout page', '/checkout'),
  checkoutForm('address', '/checkout/address', '/checkout#shipping', addressFields),
  checkoutForm('shipping method', '/checkout/shipping', '/checkout#payment', () => SHIPPING),
  checkoutForm('payment method', '/checkout/payment', '/checkout#review', () => PAYMENT),
  page('checkout', 'review page', '/checkout'),
  checkoutForm('place the order', '/checkout/place', '/checkout/success', (_, { amount }) => {
    return { seen: amount, tax: 'excluded', note: '' };
  }),
  page('checkout', 'page of the order', '/checkout/success'),
];

function lineOf({ lines }: SeenPage, place: number): { item: string } {
  const item = lines[place];
  if (item === undefined) throw new Error(`The cart's page shows ${lines.length} lines, not ${place + 1}.`);
  return { item };
}

function addressFields({ regionId }: Goods): FormFields {
  return {
    email: 'ada@example.com',
    'billing-same': '1',
    'shipping-country': COUNTRY,
    'shipping-firstname': 'Ada',
    'shipping-lastname': 'Lovelace',
    'shipping-street1': '1 Test St',
    'shipping-city': 'Los Angeles',
    'shipping-region': regionId,
    'shipping-postcode': '90210',
    'shipping-telephone': '5550100',
  };
}
