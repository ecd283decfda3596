import { MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import { orderPage } from '../../pages/checkout/order-page.js';
import { addressCountries } from '../address/address-countries.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { type Problem, problemOf } from '../visit/problem.js';
import { readForm } from '../visit/read-form.js';
import type { Visit } from '../visit/visit.js';
import { answerCheckout } from './answer-checkout.js';
import { keptOrder, viewOrder } from './place-order/cart-order.js';

/** `/checkout/success`: what became of the order; the same at every load, as long as it is kept. */
export async function answerSuccess(visit: Visit): Promise<Response> {
  const isNewAccount = visit.asked.url.searchParams.get('account') === 'created';
  return showOrder(visit, { isNewAccount, problem: null });
}

/** `POST /checkout/success/account`: makes an account of a guest's order. */
export async function answerAccountFromOrder(visit: Visit): Promise<Response> {
  const form = await readForm(visit);
  const kept = keptOrder(visit);
  const token = kept && (await kept.order.accountToken(kept.ticket));
  if (kept === null || token === null) return showOrder(visit, { isNewAccount: false, problem: 'too_late' });
  try {
    await visit.maho.accounts.registerFromOrder(token, form.get('password') ?? '', {
      address: visit.shopper.address,
    });
  } catch (error) {
    const isTooLate = error instanceof MahoRefusal && error.reason === 'reset_link_invalid';
    const { config } = await visit.shop();
    return showOrder(visit, {
      isNewAccount: false,
      problem: isTooLate ? 'too_late' : problemOf(error, config.locale),
    });
  }
  await kept.order.forgetAccountToken();
  return seeOther(visit, '/checkout/success?account=created');
}

async function showOrder(
  visit: Visit,
  { isNewAccount, problem }: { isNewAccount: boolean; problem: Problem | 'too_late' | null },
): Promise<Response> {
  const [shop, view, countries] = await Promise.all([
    visit.shop(),
    viewOrder(visit),
    addressCountries(visit),
  ]);
  const texts = checkoutTexts(shop.config.locale);
  if (view === null) visit.cookies.drop('order');
  if (view?.kind === 'not_placed') {
    visit.cookies.drop('order');
    const failed = { message: texts.notPlaced, status: 503, code: 'not_placed', fields: [] } as const;
    return answerCheckout(visit, { problem: failed, step: 'review' });
  }
  const told: Problem | null =
    problem === 'too_late'
      ? { message: texts.accountTooLate, status: 409, code: 'too_late', fields: [] }
      : problem;
  const isSignedIn = visit.shopper.token !== undefined;
  return personalPage(visit, orderPage(shop, { view, countries, isSignedIn, isNewAccount, problem: told }));
}
