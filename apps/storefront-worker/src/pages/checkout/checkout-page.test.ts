import { describe, expect, it } from 'vitest';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import type { CheckoutStep } from '../../shopping/checkout/checkout-steps.js';
import { renderDocument } from '../layout.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { pageProblems } from '../testing/page-audit.js';
import {
  SAMPLE_COUNTRIES,
  sampleCart,
  sampleCheckout,
  samplePlacedOrder,
} from '../testing/sample-checkout.js';
import { sampleShop } from '../testing/sample-shop.js';
import { checkoutPage } from './checkout-page.js';
import { orderFailedPage } from './order-failed-page.js';
import { orderPage } from './order-page.js';

const around = { countries: SAMPLE_COUNTRIES, isSignedIn: false, isNewAccount: false, problem: null };
const STEPS: readonly CheckoutStep[] = ['address', 'shipping', 'payment', 'review'];

function pages(shop: Shop): [string, PageContent][] {
  const cart = sampleCart();
  const message = 'It failed.';
  const problem = { message, status: 503, code: 'backend_failed', fields: [] } as const;
  const book = cart.billingAddress === undefined ? [] : [{ ...cart.billingAddress, id: 7 }];
  const placed = {
    kind: 'placed',
    order: samplePlacedOrder(),
    canBecomeAccount: true,
    isFirst: true,
  } as const;
  return [
    ...STEPS.map((next): [string, PageContent] => [
      `at ${next}`,
      checkoutPage(shop, sampleCheckout(cart, { next })),
    ]),
    ['with trouble', checkoutPage(shop, sampleCheckout(cart, { trouble: { problem, step: 'shipping' } }))],
    ['without a shop', checkoutPage(shop, sampleCheckout(null, { next: 'address' }))],
    ['of a customer', checkoutPage(shop, sampleCheckout(cart, { isSignedIn: true, next: 'address', book }))],
    ['order failed', orderFailedPage(shop, problem)],
    ['order placed', orderPage(shop, { ...around, view: placed })],
    ['order unclear', orderPage(shop, { ...around, view: { kind: 'unclear' } })],
    ['order unknown', orderPage(shop, { ...around, view: { kind: 'unknown' } })],
    ['order forgotten', orderPage(shop, { ...around, view: null })],
  ];
}

describe.each(['en_US', 'de_DE'])('the checkout of a %s store', (locale) => {
  const shop = sampleShop({ path: '/checkout', hasDataLayer: true }, { locale });

  it.each(pages(shop))('is sound HTML: %s', (_name, content) => {
    const html = renderDocument(shop, content);
    expect(pageProblems(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|NaN|\[object /);
  });
});

describe('the checkout', () => {
  const shop = sampleShop();
  const html = (content: PageContent) => renderDocument(shop, content);

  it('can only be ended where every step is done', () => {
    const cart = sampleCart();
    for (const next of STEPS) {
      const page = html(checkoutPage(shop, sampleCheckout(cart, { next })));
      expect(page.includes('action="/checkout/place"')).toBe(next === 'review');
    }
  });

  it('cannot be ended with what was typed and could not be saved', () => {
    const problem = { message: 'It failed.', status: 503, code: 'backend_failed', fields: [] } as const;
    for (const step of STEPS) {
      const page = html(checkoutPage(shop, sampleCheckout(sampleCart(), { trouble: { problem, step } })));
      expect(page.includes('action="/checkout/place"')).toBe(step === 'review');
    }
  });

  it('is for customers alone where the shop wants it so', () => {
    const closed = sampleShop({}, { isGuestCheckoutAllowed: false });
    const guest = renderDocument(closed, checkoutPage(closed, sampleCheckout(sampleCart())));
    expect(guest).not.toContain('<form class="form"');
    expect(guest).toContain('/account/sign-in?to=/checkout');
  });

  it('says what an order of the shop’s names says, and never as markup', () => {
    const order = samplePlacedOrder({ number: '<b>1</b>', paymentTitle: '<script>x()</script>' });
    const view = { kind: 'placed', order, canBecomeAccount: false, isFirst: true } as const;
    const page = html(orderPage(shop, { ...around, view }));
    expect(page).not.toMatch(/<b>1|<script>x/);
    expect(page).not.toContain('name="password"');
  });

  it('leads a customer to where an order can be seen of which nobody knows', () => {
    for (const kind of ['unclear', 'unknown'] as const) {
      const page = html(orderPage(shop, { ...around, isSignedIn: true, view: { kind } }));
      expect(page).toContain('href="/account/orders"');
    }
  });

  it('says where an order costs something else than the shopper agreed to', () => {
    const view = (changes: object) =>
      ({
        kind: 'placed',
        order: samplePlacedOrder(changes),
        canBecomeAccount: false,
        isFirst: true,
      }) as const;
    const page = (changes: object) => html(orderPage(shop, { ...around, view: view(changes) }));
    expect(page({ agreedTotal: 20 })).toContain('it is €26.80, not €20.00');
    expect(page({})).not.toContain('role="alert"');
  });

  it('speaks every language with the same words, and differently', () => {
    const [english, german] = [checkoutTexts('en_US'), checkoutTexts('de_DE')];
    expect(Object.keys(german)).toEqual(Object.keys(english));
    expect(german.place).not.toBe(english.place);
  });
});
