import type { CartRef } from '@maho-storefront/maho-client/shopping';
import { LONGEST_NOTE } from '../../components/checkout/review.js';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import { failureTexts, refusalText } from '../../formatting/texts/refusals/index.js';
import { publicOrigin } from '../../page-cache/cache-name.js';
import { forgetCart } from '../cart/open-cart.js';
import { seeOther } from '../visit/personal-page.js';
import type { Problem } from '../visit/problem.js';
import { readForm } from '../visit/read-form.js';
import type { Visit } from '../visit/visit.js';
import { answerCheckout, signIn } from './answer-checkout.js';
import { checkoutEmail } from './guest-email.js';
import { cartCheck, cartOrder, keepOrder } from './place-order/cart-order.js';
import type { OrderOutcome } from './place-order/order-outcome.js';
import { showLostCart } from './show-lost-cart.js';

/** `POST /checkout/place`: two requests, in the cart's own object. */
export async function answerPlace(visit: Visit): Promise<Response> {
  const { cookies, context, settings, asked } = visit;
  const form = await readForm(visit);
  const { cart } = cookies;
  if (cart === null) return withoutCart(visit);
  const note = (form.get('note') ?? '').trim().slice(0, LONGEST_NOTE);
  const order = await cartOrder(context.env, asked.store.code, cart);
  const placing = order.place({
    ...cartCheck(visit, cart),
    email: checkoutEmail(visit, null),
    note,
    seen: form.get('seen') ?? '',
    withTax: form.get('tax') === 'included',
    returnUrl: returnUrl(visit),
    timeoutMs: settings.placeOrderTimeoutMs,
  });
  // A shopper who closes the window has ordered all the same.
  context.executionCtx.waitUntil(placing);
  return answerOutcome(visit, { cart, outcome: await placing, note });
}

/** `GET /checkout/payment/return`: from the payment page, however it went. */
export async function answerPaymentReturn(visit: Visit): Promise<Response> {
  const { cookies, context, settings, asked } = visit;
  const { cart } = cookies;
  if (cart === null) return withoutCart(visit);
  // Whoever only looks whether there is a page orders nothing.
  if (context.req.method === 'HEAD') return seeOther(visit, '/checkout');
  const reference = asked.url.searchParams.get('payment') ?? '';
  const order = await cartOrder(context.env, asked.store.code, cart);
  const placing = order.resume(reference, {
    ...cartCheck(visit, cart),
    returnUrl: returnUrl(visit),
    timeoutMs: settings.placeOrderTimeoutMs,
  });
  context.executionCtx.waitUntil(placing);
  return answerOutcome(visit, { cart, outcome: await placing, note: '' });
}

function returnUrl({ asked }: Visit): string {
  return `${publicOrigin(asked.store, asked.url)}/checkout/payment/return`;
}

/** Somebody who sends the form a second time is shown what came of the first. */
function withoutCart(visit: Visit): Response {
  return seeOther(visit, visit.cookies.read('order') === null ? '/cart' : '/checkout/success');
}

async function answerOutcome(
  visit: Visit,
  { cart, outcome, note }: { cart: CartRef; outcome: OrderOutcome; note: string },
): Promise<Response> {
  const { context, asked, cookies } = visit;
  switch (outcome.kind) {
    case 'placed':
    case 'unclear':
      forgetCart(visit);
      cookies.drop('email');
      keepOrder(visit, await cartOrder(context.env, asked.store.code, cart), outcome);
      return seeOther(visit, '/checkout/success');
    case 'unknown':
      keepOrder(visit, await cartOrder(context.env, asked.store.code, cart), outcome);
      return seeOther(visit, '/checkout/success');
    case 'gone':
      return showLostCart(visit);
    case 'pay':
      return seeOther(visit, outcome.page);
    case 'refused':
      if (['session_expired', 'sign_in_required'].includes(outcome.reason)) return signIn(visit);
      return answerCheckout(visit, { problem: await refusalOf(visit, outcome), step: 'review', note });
    default:
      return answerCheckout(visit, { problem: await problemIn(visit, outcome.kind), step: 'review', note });
  }
}

async function refusalOf(
  visit: Visit,
  { reason, said, fields }: Extract<OrderOutcome, { kind: 'refused' }>,
): Promise<Problem> {
  const { config } = await visit.shop();
  return { message: refusalText({ reason, said }, config.locale), status: 422, code: reason, fields };
}

type Trouble = Exclude<OrderOutcome['kind'], 'placed' | 'unclear' | 'unknown' | 'gone' | 'pay' | 'refused'>;

const STATUS: Readonly<Record<Trouble, Problem['status']>> = {
  changed: 409,
  incomplete: 422,
  too_many: 429,
  not_placed: 503,
  unanswered: 503,
  payment_unknown: 422,
  payment_refused: 422,
  payment_open: 409,
  payment_failed: 503,
};

async function problemIn(visit: Visit, kind: Trouble): Promise<Problem> {
  const { config } = await visit.shop();
  const texts = checkoutTexts(config.locale);
  const { tooMany, noAnswer } = failureTexts(config.locale);
  const messages: Readonly<Record<Trouble, string>> = {
    changed: texts.orderChanged,
    // The page itself shows which step is missing.
    incomplete: refusalText({ reason: 'order_incomplete', said: '' }, config.locale),
    too_many: tooMany,
    not_placed: texts.notPlaced,
    unanswered: noAnswer,
    payment_unknown: texts.paymentUnknown,
    payment_refused: texts.paymentDeclined,
    payment_open: texts.paymentOpen,
    payment_failed: texts.paymentFailed,
  };
  return { message: messages[kind], status: STATUS[kind], code: kind, fields: [] };
}
