import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import { isGone } from '../cart/is-gone.js';
import { adoptCart } from '../cart/open-cart.js';
import { seeOther } from '../visit/personal-page.js';
import type { Problem } from '../visit/problem.js';
import { readForm } from '../visit/read-form.js';
import type { Visit } from '../visit/visit.js';
import { answerCheckout, answerLostCart, isSignedOut, signIn, stepProblem } from './answer-checkout.js';
import { offeredPayments } from './payment/offered-payments.js';
import { paymentAdapters } from './payment/payment-adapters.js';

/** `POST /checkout/shipping`: one request. */
export function answerShipping(visit: Visit): Promise<Response> {
  return answerStep(visit, 'shipping', async (form) => {
    const { cookies, maho, shopper } = visit;
    const [carrierCode = '', ...method] = (form.get('method') ?? '').split('/');
    if (cookies.cart === null) return seeOther(visit, '/cart');
    if (carrierCode === '' || method.length === 0) return problem(visit, 'shippingMissing');
    const chosen = { carrierCode, methodCode: method.join('/') };
    adoptCart(visit, await maho.checkout.setShippingMethod(cookies.cart, chosen, shopper));
    return seeOther(visit, '/checkout#payment');
  });
}

/** `POST /checkout/payment`: one request. */
export function answerPayment(visit: Visit): Promise<Response> {
  return answerStep(visit, 'payment', async (form) => {
    const { cookies, maho, shopper, settings } = visit;
    const code = form.get('payment') ?? '';
    if (cookies.cart === null) return seeOther(visit, '/cart');
    if (code === '') return problem(visit, 'paymentMissing');
    const cart = adoptCart(visit, await maho.checkout.setPaymentMethod(cookies.cart, code, shopper));
    const offered = offeredPayments(cart, paymentAdapters(settings));
    if (!offered.some((method) => method.code === code)) return problem(visit, 'paymentMissing');
    return seeOther(visit, '/checkout#review');
  });
}

async function answerStep(
  visit: Visit,
  step: 'shipping' | 'payment',
  work: (form: URLSearchParams) => Promise<Response | Problem>,
): Promise<Response> {
  const form = await readForm(visit);
  const chosen = form.get(step === 'shipping' ? 'method' : 'payment') ?? undefined;
  try {
    const done = await work(form);
    return done instanceof Response ? done : await answerCheckout(visit, { problem: done, step, chosen });
  } catch (error) {
    if (isGone(error)) return answerLostCart(visit, visit.cookies.cart);
    if (isSignedOut(error)) return signIn(visit);
    return answerCheckout(visit, { problem: await stepProblem(visit, error), step, chosen });
  }
}

async function problem(visit: Visit, what: 'shippingMissing' | 'paymentMissing'): Promise<Problem> {
  const { config } = await visit.shop();
  return { message: checkoutTexts(config.locale)[what], status: 422, code: what, fields: [] };
}
