import { customerSchema, orderSchema, wishlistItemSchema } from '@maho-storefront/maho-client/shopping';
import { describe, expect, it } from 'vitest';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { Problem } from '../../shopping/visit/problem.js';
import { textOf } from '../../testing/text-of.js';
import { renderDocument } from '../layout.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { pageProblems } from '../testing/page-audit.js';
import { sampleCard } from '../testing/sample-products.js';
import { sampleShop } from '../testing/sample-shop.js';
import { addressListPage } from './address-list-page.js';
import { addressPage } from './address-page.js';
import { contactClosedPage, contactPage } from './contact-page.js';
import { forgottenPasswordPage } from './forgotten-password-page.js';
import { type FormState, freshForm, INCOMPLETE } from './form-state.js';
import { newPasswordPage } from './new-password-page.js';
import { newsletterPage } from './newsletter-page.js';
import { orderListPage } from './order-list-page.js';
import { orderPage } from './order-page.js';
import { overviewPage } from './overview-page.js';
import { profilePage } from './profile-page.js';
import { registerPage } from './register-page.js';
import { reviewListPage } from './review-list-page.js';
import { reviewPage } from './review-page.js';
import { signInPage } from './sign-in-page.js';
import { wishPage } from './wish-page.js';
import { wishlistPage } from './wishlist-page.js';

/** Whatever somebody typed, or a merchant named something. */
const HOSTILE = '"><img src=x onerror=alert(1)>';

const FIELDS = [
  'email',
  'password',
  'code',
  'firstname',
  'lastname',
  'currentPassword',
  'newPassword',
  'title',
  'detail',
  'nickname',
  'rating',
  'name',
  'comment',
  'telephone',
];

const problem: Problem = { message: HOSTILE, status: 422, code: INCOMPLETE, fields: FIELDS };
const wrong: FormState = {
  values: new URLSearchParams(FIELDS.map((name) => [name, HOSTILE])),
  problem,
};

const address = {
  id: 7,
  firstname: HOSTILE,
  lastname: 'B',
  company: HOSTILE,
  street: [HOSTILE],
  city: HOSTILE,
  postcode: '1',
  countryId: 'US',
  telephone: '5',
  isDefaultBilling: true,
};

const order = orderSchema.parse({
  id: 3,
  incrementId: HOSTILE,
  status: 'on_the_way',
  state: 'new',
  createdAt: '2026-11-20 10:00:00',
  currency: 'USD',
  items: [{ id: 1, sku: 'a', name: HOSTILE, qtyOrdered: 2, price: 5, rowTotal: 10, productId: 1 }],
  prices: {
    subtotal: 10,
    grandTotal: 15,
    shippingAmount: 5,
    discountAmount: 1,
    taxAmount: 0,
    giftcardAmount: 2,
  },
  billingAddress: address,
  shippingAddress: address,
  paymentMethodTitle: HOSTILE,
  shipments: [{ id: 1, tracks: [{ title: HOSTILE, trackNumber: '42' }] }],
});

const customer = customerSchema.parse({
  id: 1,
  email: HOSTILE,
  firstname: HOSTILE,
  isSubscribed: true,
  defaultBillingAddress: address,
});

const wish = wishlistItemSchema.parse({
  id: 5,
  productId: 1,
  productName: HOSTILE,
  productSku: HOSTILE,
  qty: 1,
});

const draft = {
  country: 'US',
  firstname: HOSTILE,
  lastname: HOSTILE,
  company: HOSTILE,
  street1: HOSTILE,
  street2: HOSTILE,
  city: HOSTILE,
  region: HOSTILE,
  postcode: HOSTILE,
  telephone: HOSTILE,
};

function pages(shop: Shop): [string, PageContent][] {
  const countryName = () => HOSTILE;
  const pathOf = new Map([[1, '/tee']]);
  const product = sampleCard({ id: 1, name: HOSTILE });
  const reviews = [
    {
      id: 1,
      productId: 1,
      productName: HOSTILE,
      title: HOSTILE,
      detail: HOSTILE,
      rating: 5,
      status: 'pending',
    },
  ].map((review) => ({ ...review, ratings: [], stores: [], extensions: {} }));
  const defaults = { isDefaultBilling: true, isDefaultShipping: false };
  const signIn = { to: `/${HOSTILE}`, asksCode: true, hasSessionEnded: true };
  const postal = order.billingAddress ? [order.billingAddress] : [];
  return [
    ['sign in', signInPage(shop, { ...signIn, form: wrong })],
    ['register', registerPage(shop, { form: wrong, to: HOSTILE })],
    ['forgotten password', forgottenPasswordPage(shop, { form: wrong })],
    ['new password', newPasswordPage(shop, { form: wrong })],
    ['new password without a link', newPasswordPage(shop, { form: null })],
    ['overview', overviewPage(shop, { customer, orders: [order], countryName, notice: HOSTILE, problem })],
    ['profile', profilePage(shop, { profile: freshForm({ email: HOSTILE }), password: wrong })],
    ['no addresses', addressListPage(shop, { addresses: [], countryName })],
    ['addresses', addressListPage(shop, { addresses: postal, countryName })],
    ['address', addressPage(shop, { id: 7, draft, countries: [], ...defaults, problem })],
    ['no orders', orderListPage(shop, { orders: [], page: 1, totalPages: 1 })],
    ['orders', orderListPage(shop, { orders: [order], page: 2, totalPages: 3 })],
    [
      'order',
      orderPage(shop, {
        order,
        countryName,
        products: new Map([[1, product]]),
        problem,
        notAdded: [{ name: HOSTILE, reason: HOSTILE }],
      }),
    ],
    ['empty wishlist', wishlistPage(shop, { items: [], cards: new Map() })],
    ['wishlist', wishlistPage(shop, { items: [wish], cards: new Map([[1, product]]), problem })],
    ['wish', wishPage(shop, { product })],
    ['no reviews', reviewListPage(shop, { reviews: [], pathOf })],
    ['reviews', reviewListPage(shop, { reviews, pathOf })],
    ['review', reviewPage(shop, { product, form: wrong })],
    ['newsletter', newsletterPage(shop, { form: wrong })],
    ['contact', contactPage(shop, { form: wrong, action: '/contact/form' })],
    ['contact, closed', contactClosedPage(shop)],
  ];
}

describe.each(['en_US', 'de_DE'])('the pages of an account in %s', (locale) => {
  const shop = sampleShop({ path: '/account' }, { locale, newsletterEnabled: true, wishlistEnabled: true });

  it.each(pages(shop))('are sound, whatever was typed: %s', (_name, content) => {
    const html = renderDocument(shop, content);
    expect(pageProblems(html)).toEqual([]);
    expect(html).not.toContain('<img src=x');
    expect(html).not.toMatch(/undefined|NaN|\[object /);
  });

  it('show no password again', () => {
    for (const [name, { body }] of pages(shop)) {
      for (const [field] of String(body).matchAll(/<input[^>]*type="password"[^>]*>/g)) {
        expect([name, field]).not.toEqual([name, expect.stringContaining('value=')]);
      }
    }
  });
});

it('what an account says is there in both languages, and differs', () => {
  const [english, german] = [accountTexts('en_US'), accountTexts('de_DE')];
  expect(Object.keys(german)).toEqual(Object.keys(english));
  expect(Object.keys(german.statuses)).toEqual(Object.keys(english.statuses));
  expect(german.signIn).not.toBe(english.signIn);
});

describe('an order', () => {
  const taxed = orderSchema.parse({
    id: 4,
    incrementId: '100000004',
    currency: 'USD',
    items: [
      {
        ...{ id: 1, sku: 'tee-s', name: 'Tee', qtyOrdered: 2, productId: 1 },
        ...{ price: 10, priceInclTax: 10.9, rowTotal: 20, rowTotalInclTax: 21.8 },
        productOptions: { attributes_info: [{ label: 'Size', value: 'S' }] },
      },
    ],
    prices: { subtotal: 20, subtotalInclTax: 21.8, shippingAmount: 5, taxAmount: 1.8, grandTotal: 26.8 },
  });
  const shownAt = (finalPrice: number) => {
    const shop = sampleShop({ path: '/account/orders/4' });
    const products = new Map([[1, sampleCard({ id: 1, finalPrice })]]);
    return textOf(String(orderPage(shop, { order: taxed, products, countryName: String }).body));
  };

  it('tells what was chosen', () => {
    expect(shownAt(10)).toContain('Size: S');
  });

  it('of a shop whose prices are without tax has the tax as a row', () => {
    const text = shownAt(10);
    expect(text).toContain('$10.00 2 $20.00 Subtotal $20.00 Shipping $5.00 Tax $1.80');
    expect(text).toContain('$26.80');
  });

  it('of a shop whose prices hold the tax says so, and counts it once', () => {
    const text = shownAt(10.9);
    expect(text).toContain('$10.90 2 $21.80 Subtotal $21.80 Shipping $5.00');
    expect(text).toContain('Tax of $1.80 is included.');
  });
});
