import { type Cart, type CartRef, MahoApiError, MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { checkoutPage } from '../../pages/checkout/checkout-page.js';
import { orderFailedPage } from '../../pages/checkout/order-failed-page.js';
import { contentSecurityPolicy } from '../../storefront/security-headers.js';
import { addressCountries } from '../address/address-countries.js';
import { cartProducts } from '../cart/cart-products.js';
import { forgetCart, readCart } from '../cart/open-cart.js';
import { withoutRefusedToken } from '../visit/keep-signed-in.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { noAnswerProblem, type Problem, problemOf } from '../visit/problem.js';
import type { Visit } from '../visit/visit.js';
import { type AddressForm, knownAddressForm } from './address-form.js';
import type { CheckoutStep } from './checkout-steps.js';
import { openCheckout } from './open-checkout.js';
import { cartCheck, cartOrder, keepOrder } from './place-order/cart-order.js';
import { showLostCart } from './show-lost-cart.js';

/** What a step leaves for the page that shows it again. */
export interface CheckoutTrouble {
  readonly problem: Problem;
  /** The step it happened at; undefined for the order itself. */
  readonly step: CheckoutStep;
  /** What was typed. */
  readonly form?: AddressForm | undefined;
  readonly note?: string | undefined;
  /** The method that was chosen. */
  readonly chosen?: string | undefined;
}

/** `/checkout`, or where to go without anything to order. */
export async function answerCheckout(visit: Visit, trouble: CheckoutTrouble | null): Promise<Response> {
  // Reading the cart forgets one that is gone.
  const known = visit.cookies.cart;
  let cart: Cart | null;
  try {
    cart = await readCart(visit);
    if (cart === null) return await answerLostCart(visit, known);
    if (cart.items.length === 0) return seeOther(visit, '/cart');
    return await showCheckout(visit, cart, trouble);
  } catch (error) {
    if (isSignedOut(error)) return signIn(visit);
    if (trouble === null || !(error instanceof MahoApiError)) throw error;
    // Even while the shop does not answer at all, whoever has just typed an address gets it back, and whoever wanted
    // to order is told that nothing was ordered.
    if (trouble.form !== undefined) return showFormAlone(visit, { ...trouble, form: trouble.form });
    if (trouble.step !== 'review') throw error;
    return personalPage(visit, orderFailedPage(await visit.shop(), trouble.problem));
  }
}

/** What went wrong at a step: what the shopper can do something about, or a shop that does not answer. */
export async function stepProblem(visit: Visit, error: unknown): Promise<Problem> {
  const { config } = await visit.shop();
  return problemOf(error, config.locale);
}

/** Whether the shop no longer knows who the shopper is. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof MahoRefusal && ['session_expired', 'sign_in_required'].includes(error.reason);
}

/** Leads to signing in and back, unless another tab has got the customer a new token meanwhile. */
export async function signIn(visit: Visit): Promise<Response> {
  const { shopper } = await withoutRefusedToken(visit);
  const isSignedIn = shopper.token !== undefined;
  return seeOther(visit, isSignedIn ? '/checkout' : '/account/sign-in?to=/checkout&why=expired');
}

/** A cart that is gone may have become an order whose answer never reached the shopper. */
export async function answerLostCart(visit: Visit, cart: CartRef | null): Promise<Response> {
  const { context, asked } = visit;
  if (cart === null) return seeOther(visit, '/cart');
  const order = await cartOrder(context.env, asked.store.code, cart);
  const known = await order.ofGoneCart(cartCheck(visit, cart));
  if (known.kind === 'gone') return showLostCart(visit);
  if (known.kind === 'refused') return signIn(visit);
  if (!('ticket' in known)) return orderUnanswered(visit);
  forgetCart(visit);
  keepOrder(visit, order, known);
  return seeOther(visit, '/checkout/success');
}

/** The cart is gone, and the shop does not say whether its order is this shopper's. */
async function orderUnanswered(visit: Visit): Promise<Response> {
  const shop = await visit.shop();
  return personalPage(visit, orderFailedPage(shop, noAnswerProblem(shop.config.locale)));
}

async function showCheckout(visit: Visit, cart: Cart, trouble: CheckoutTrouble | null): Promise<Response> {
  const [shop, checkout, products] = await Promise.all([
    visit.shop(),
    openCheckout(visit, cart),
    cartProducts(visit, cart),
  ]);
  const form = trouble?.form ?? knownAddressForm(cart, { ...checkout, locale: shop.config.locale });
  const isBeginning = trouble === null && isArriving(visit, checkout.next);
  const view = { ...checkout, products, form, trouble, isBeginning };
  const response = await personalPage(visit, checkoutPage(shop, view));
  const origins = checkout.adapters.flatMap((adapter) => adapter.origins);
  response.headers.set('Content-Security-Policy', contentSecurityPolicy(origins));
  return response;
}

/** Whether the shopper comes from elsewhere than the checkout's own forms; by the first step where nobody says. */
function isArriving({ context, asked: { url } }: Visit, next: CheckoutStep): boolean {
  const referrer = context.req.header('referer') ?? '';
  if (!URL.canParse(referrer)) return next === 'address';
  const { origin, pathname } = new URL(referrer);
  return origin !== url.origin || !/^\/checkout(\/|$)/.test(pathname);
}

async function showFormAlone(
  visit: Visit,
  { form, problem, ...trouble }: CheckoutTrouble & { form: AddressForm },
): Promise<Response> {
  const [shop, countries] = await Promise.all([visit.shop(), addressCountries(visit)]);
  const { config } = shop;
  const failed: Problem = { ...noAnswerProblem(config.locale), fields: problem.fields };
  const isSignedIn = visit.shopper.token !== undefined;
  return personalPage(
    visit,
    checkoutPage(shop, {
      cart: null,
      products: new Map(),
      email: null,
      isSignedIn,
      countries,
      book: [],
      payments: [],
      next: 'address',
      form,
      isBeginning: false,
      trouble: { ...trouble, problem: failed },
    }),
  );
}
