import { purchaseEvent } from '../../analytics/checkout-events.js';
import { AccountFromOrder } from '../../components/checkout/account-from-order.js';
import { PlacedOrderDetails } from '../../components/checkout/placed-order-details.js';
import { DataLayerEvent } from '../../components/data-layer-event.js';
import { ProblemNote } from '../../components/form/problem-note.js';
import { formatMoney } from '../../formatting/money.js';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import type { AddressCountry } from '../../shopping/address/address-country.js';
import type { OrderView } from '../../shopping/checkout/place-order/place-order.js';
import type { PlacedOrder } from '../../shopping/checkout/place-order/placed-order.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';

export interface OrderPageView {
  /** Null where nothing is known of an order, or not any more. */
  view: Exclude<OrderView, { kind: 'not_placed' }> | null;
  countries: readonly AddressCountry[];
  /** A customer finds all orders in the account. */
  isSignedIn: boolean;
  /** The order has just become an account. */
  isNewAccount: boolean;
  /** What kept it from becoming one. */
  problem: Problem | null;
}

/** `/checkout/success`: what became of an order. */
export function orderPage(
  shop: Shop,
  { view, countries, isSignedIn, isNewAccount, problem }: OrderPageView,
): PageContent {
  const texts = checkoutTexts(shop.config.locale);
  const page = { canonical: null, crumbs: [], structuredData: [] };
  if (view?.kind === 'placed') {
    const { order, canBecomeAccount } = view;
    return {
      ...page,
      status: problem?.status ?? 200,
      title: texts.successTitle,
      body: (
        <div class="page-width">
          <div class="page-opening">
            <h1>{texts.successTitle}</h1>
            <p class="lead">{texts.orderNumber(order.number)}</p>
            <p>{order.email === undefined ? texts.confirmationSomewhere : texts.confirmation(order.email)}</p>
          </div>
          {view.isFirst && <DataLayerEvent shop={shop} event={purchaseEvent(order)} />}
          <ProblemNote problem={problem} />
          <ProblemNote problem={totalProblem(shop, order)} />
          {isNewAccount && <p role="status">{texts.accountCreated}</p>}
          <div class="cart-columns">
            <PlacedOrderDetails shop={shop} order={order} countries={countries} />
            {canBecomeAccount && <AccountFromOrder locale={shop.config.locale} email={order.email} />}
          </div>
          <GoOn text={texts.goOn} />
        </div>
      ),
    };
  }
  const isUnknown = view?.kind === 'unknown';
  const [title, paragraphs] =
    view === null
      ? [texts.laterTitle, [texts.later]]
      : isUnknown
        ? [texts.unknownTitle, [texts.unknown]]
        : [texts.unclearTitle, [texts.unclear, texts.unclearWarning]];
  return {
    ...page,
    status: isUnknown ? 503 : (problem?.status ?? 200),
    title,
    body: (
      <div class="page-width">
        <ProblemNote problem={problem} />
        <div class="page-opening">
          <h1>{title}</h1>
          {paragraphs.map((text) => (
            <p class="lead">{text}</p>
          ))}
        </div>
        {isUnknown && <GoOn text={texts.reload} href="/checkout/success" />}
        {isSignedIn && <GoOn text={texts.lookAtOrders} href="/account/orders" />}
        {!isUnknown && !isSignedIn && <GoOn text={texts.goOn} />}
      </div>
    ),
  };
}

/** Maho counts once more while it places an order: a gift card may have been spent elsewhere in that moment. */
function totalProblem(
  { config: { locale } }: Shop,
  { agreedTotal, prices, currency }: PlacedOrder,
): { message: string } | null {
  if (agreedTotal === undefined) return null;
  const money = (amount: number) => formatMoney(amount, currency, locale);
  return { message: checkoutTexts(locale).totalChanged(money(agreedTotal), money(prices.grandTotal)) };
}

function GoOn({ text, href = '/' }: { text: string; href?: string }) {
  return (
    <p class="checkout-go-on">
      <a class="btn btn-primary" href={href}>
        {text}
      </a>
    </p>
  );
}
