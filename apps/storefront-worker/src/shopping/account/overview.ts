import { countryNames } from '../../formatting/country-name.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import { overviewPage } from '../../pages/account/overview-page.js';
import { admit } from '../limits/admit.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { type Problem, problemOf } from '../visit/problem.js';
import { readForm } from '../visit/read-form.js';
import { customerOf } from '../visit/signed-in.js';
import type { Visit } from '../visit/visit.js';
import { noticeOf, noticePath } from './notices.js';

const LATEST_ORDERS = 3;

/** `GET /account`. */
export const showOverview = (visit: Visit) => answer(visit, null);

/** `POST /account/newsletter`: the customer's own address, in or out. */
export async function changeNewsletter(visit: Visit): Promise<Response> {
  const customer = customerOf(visit);
  const isJoining = (await readForm(visit)).get('subscribe') === '1';
  try {
    await admit(visit.context, 'newsletter');
    const { accounts, newsletter } = visit.maho;
    const { email } = await accounts.profile(customer);
    await (isJoining ? newsletter.subscribe(email, customer) : newsletter.unsubscribe(customer));
  } catch (error) {
    return answer(visit, problemOf(error, (await visit.shop()).config.locale));
  }
  return seeOther(visit, noticePath('/account', isJoining ? 'subscribed' : 'unsubscribed'));
}

async function answer(visit: Visit, problem: Problem | null): Promise<Response> {
  const customer = customerOf(visit);
  const { maho, reader } = visit;
  const [shop, profile, orders, countries] = await Promise.all([
    visit.shop(),
    maho.accounts.profile(customer),
    maho.orders.list({ itemsPerPage: LATEST_ORDERS }, customer),
    reader.countries(),
  ]);
  const notice = problem === null ? noticeOf(visit, accountTexts(shop.config.locale)) : undefined;
  const view = { customer: profile, orders: orders.items, countryName: countryNames(countries) };
  return personalPage(visit, overviewPage(shop, { ...view, notice, problem }));
}
