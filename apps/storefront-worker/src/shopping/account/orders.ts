import { MahoApiError, MahoServerError } from '@maho-storefront/maho-client';
import { MahoRefusal, type Order } from '@maho-storefront/maho-client/shopping';
import { countryNames } from '../../formatting/country-name.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import { refusalText } from '../../formatting/texts/refusals/index.js';
import { orderListPage } from '../../pages/account/order-list-page.js';
import { type OrderView, orderPage } from '../../pages/account/order-page.js';
import { pageNumber } from '../../storefront/page-number.js';
import { NotThereError } from '../visit/not-there-error.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { type Problem, problemOf } from '../visit/problem.js';
import { customerOf } from '../visit/signed-in.js';
import type { Visit } from '../visit/visit.js';
import { idInPath } from './id-in-path.js';
import { isCancellable } from './is-cancellable.js';
import { noticeOf, noticePath } from './notices.js';
import { cardsById } from './product-pages.js';
import { reorder } from './reorder.js';

const PAGE_SIZE = 10;

/** `GET /account/orders`. */
export async function showOrders(visit: Visit): Promise<Response> {
  const page = pageNumber(visit.asked.url.searchParams.get('page'));
  if (page === null) throw new NotThereError('page of orders');
  const { items, totalItems } = await visit.maho.orders.list(
    { page, itemsPerPage: PAGE_SIZE },
    customerOf(visit),
  );
  const totalPages = Math.max(1, Math.ceil(totalItems / PAGE_SIZE));
  // Maho repeats the last page for one past the end.
  if (page > totalPages) throw new NotThereError('page of orders');
  return personalPage(visit, orderListPage(await visit.shop(), { orders: items, page, totalPages }));
}

/** `GET /account/orders/{id}`. */
export async function showOrder(visit: Visit): Promise<Response> {
  const order = await readOrder(visit);
  return answer(visit, order, {});
}

/** `POST /account/orders/{id}/cancel`. */
export async function cancelOrder(visit: Visit): Promise<Response> {
  const id = idInPath(visit, 'order');
  const cancelled = () => seeOther(visit, noticePath(`/account/orders/${id}`, 'cancelled'));
  try {
    await visit.maho.orders.cancel(id, customerOf(visit));
  } catch (error) {
    if (isGone(error)) throw new NotThereError('order');
    const { locale } = (await visit.shop()).config;
    const order = await readOrder(visit);
    if (isAnswerLost(error) && order.state === 'canceled') return cancelled();
    // Older Maho fails with a 500 where it should refuse.
    const isTooLate = error instanceof MahoServerError && !isCancellable(order);
    const problem = isTooLate ? tooLate(locale) : problemOf(error, locale);
    return answer(visit, order, { problem });
  }
  return cancelled();
}

/** `POST /account/orders/{id}/reorder`: to the cart, unless something could not be put into it. */
export async function orderAgain(visit: Visit): Promise<Response> {
  const order = await readOrder(visit);
  const notAdded = await reorder(visit, order);
  return notAdded.length === 0 ? seeOther(visit, '/cart') : answer(visit, order, { notAdded });
}

async function readOrder(visit: Visit): Promise<Order> {
  try {
    return await visit.maho.orders.read(idInPath(visit, 'order'), customerOf(visit));
  } catch (error) {
    if (isGone(error)) throw new NotThereError('order');
    throw error;
  }
}

function tooLate(locale: string): Problem {
  const reason = 'order_not_cancellable';
  return { message: refusalText({ reason, said: '' }, locale), status: 422, code: reason, fields: [] };
}

/** Whether the shop may have done what it was asked for: no answer came. */
function isAnswerLost(error: unknown): boolean {
  return error instanceof MahoApiError && error.status === undefined;
}

function isGone(error: unknown): boolean {
  return error instanceof MahoRefusal && error.reason === 'order_not_found';
}

async function answer(
  visit: Visit,
  order: Order,
  said: Pick<OrderView, 'problem' | 'notAdded'>,
): Promise<Response> {
  const [shop, countries, products] = await Promise.all([
    visit.shop(),
    visit.reader.countries(),
    cardsById(
      visit,
      order.items.map(({ productId }) => productId),
    ),
  ]);
  const isFresh = said.problem === undefined && said.notAdded === undefined;
  const notice = isFresh ? noticeOf(visit, accountTexts(shop.config.locale)) : undefined;
  const view = { order, products, countryName: countryNames(countries), notice, ...said };
  return personalPage(visit, orderPage(shop, view));
}
