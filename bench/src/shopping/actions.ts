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

const form = (
  part: Action['part'],
  name: string,
  path: string,
  fields: NonNullable<Action['fields']>,
  leadsTo: string,
): Action => ({ part, name, path, fields, leadsTo });

const page = (part: Action['part'], name: string, path: string): Action => {
  return { part, name, path, fields: null, leadsTo: null };
};

const COUPON = 'SAVE10';
const GIFT_CARD = 'GIFT-25';

/** A guest's whole purchase, in its order: both codes are taken off again, so that no card is ever used up. */
export const ACTIONS: readonly Action[] = [
  form('cart', 'first product into the cart', '/cart/add', ({ simple }) => simple, '/cart'),
  form('cart', 'add a configurable', '/cart/add', ({ configurable }) => configurable, '/cart'),
  {
    ...form('cart', 'add by script', '/cart/add', ({ otherSimple }) => otherSimple, '/cart'),
    ...{ isByScript: true, leadsTo: null },
  },
  page('cart', 'cart page', '/cart'),
  form('cart', 'change a quantity', '/cart/items', (_, seen) => ({ ...lineOf(seen, 0), qty: '2' }), '/cart'),
  form('cart', 'remove a line', '/cart/remove', (_, seen) => lineOf(seen, 2), '/cart'),
  form('cart', 'apply a coupon', '/cart/coupon', () => ({ coupon: COUPON }), '/cart'),
  form('cart', 'remove the coupon', '/cart/coupon/remove', () => ({}), '/cart'),
  form('cart', 'apply a gift card', '/cart/gift-card', () => ({ 'gift-card': GIFT_CARD }), '/cart'),
  form('cart', 'remove the gift card', '/cart/gift-card/remove', () => ({ code: GIFT_CARD }), '/cart'),
  form(
    ...(['cart', 'estimate shipping', '/cart/estimate'] as const),
    () => ({ country: COUNTRY, region: REGION, postcode: '90210' }),
    '/cart',
  ),
  page('checkout', 'checkout page', '/checkout'),
  form('checkout', 'address', '/checkout/address', addressFields, '/checkout#shipping'),
  form(
    ...(['checkout', 'shipping method', '/checkout/shipping'] as const),
    () => ({ method: 'flatrate/flatrate' }),
    '/checkout#payment',
  ),
  form(
    ...(['checkout', 'payment method', '/checkout/payment'] as const),
    () => ({ payment: 'checkmo' }),
    '/checkout#review',
  ),
  page('checkout', 'review page', '/checkout'),
  form(
    ...(['checkout', 'place the order', '/checkout/place'] as const),
    (_, { amount }) => ({ seen: amount, tax: 'excluded', note: '' }),
    '/checkout/success',
  ),
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
