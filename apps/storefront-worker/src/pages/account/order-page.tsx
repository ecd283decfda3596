import type { ProductCard } from '@maho-storefront/kv-schema';
import { type Order, orderedOptions } from '@maho-storefront/maho-client/shopping';
import { OrderItems } from '../../components/account/order-items.js';
import { orderStatus } from '../../components/account/order-table.js';
import { AddressText } from '../../components/address-text.js';
import { isTaxIncluded } from '../../components/cart/tax-display.js';
import { OrderTotals } from '../../components/checkout/order-totals.js';
import { formatDay } from '../../formatting/calendar-day.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import { isCancellable } from '../../shopping/account/is-cancellable.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';

/** A line that could not be ordered again, and why. */
export interface NotAdded {
  name: string;
  reason: string;
}

export interface OrderView {
  order: Order;
  countryName: (code: string) => string;
  /** What the catalogue still shows of it, by id. */
  products: ReadonlyMap<number, ProductCard>;
  notice?: string | undefined;
  problem?: Problem | null;
  notAdded?: readonly NotAdded[];
}

/** `/account/orders/{id}`. */
export function orderPage(shop: Shop, view: OrderView): PageContent {
  const { order, products, notice, problem, notAdded = [] } = view;
  const { locale } = shop.config;
  const texts = accountTexts(locale);
  const items = order.items.map((item) => ({ ...item, options: orderedOptions(item) }));
  const withTax = isTaxIncluded({ cart: { prices: order.prices, items }, products });
  return accountPage(shop, {
    part: 'orders',
    title: texts.order(order.incrementId),
    notice,
    problem,
    body: (
      <>
        {notAdded.length > 0 && <NotAddedNote shop={shop} notAdded={notAdded} />}
        <p>
          {formatDay(order.createdAt ?? '', locale)} · <strong>{orderStatus(shop, order)}</strong>
        </p>
        <OrderItems shop={shop} order={order} products={products} withTax={withTax} />
        <OrderTotals
          prices={order.prices}
          isVirtual={order.isVirtual === true}
          withTax={withTax}
          currency={order.currency}
          locale={locale}
        />
        <OrderDelivery shop={shop} view={view} />
        <div class="button-row">
          <form method="post" action={`/account/orders/${order.id}/reorder`}>
            <button type="submit" class="btn btn-primary">
              {texts.reorder}
            </button>
          </form>
          {isCancellable(order) && (
            <form method="post" action={`/account/orders/${order.id}/cancel`}>
              <button type="submit" class="btn">
                {texts.cancelOrder}
              </button>
            </form>
          )}
        </div>
      </>
    ),
  });
}

function NotAddedNote({ shop, notAdded }: { shop: Shop; notAdded: readonly NotAdded[] }) {
  const texts = accountTexts(shop.config.locale);
  return (
    <div class="problem-note" role="alert">
      <p>{texts.notAddedAll}</p>
      <ul>
        {notAdded.map(({ name, reason }) => (
          <li>
            <strong>{name}</strong>: {reason}
          </li>
        ))}
      </ul>
      <a class="text-link" href="/cart">
        {texts.toCart}
      </a>
    </div>
  );
}

function OrderDelivery({ shop, view: { order, countryName } }: { shop: Shop; view: OrderView }) {
  const texts = accountTexts(shop.config.locale);
  const addresses = [
    [texts.shipTo, order.shippingAddress],
    [texts.billTo, order.billingAddress],
  ] as const;
  const methods = [
    [texts.shippingMethod, order.shippingDescription],
    [texts.paymentMethod, order.paymentMethodTitle],
    [texts.parcels, parcelText(order)],
  ] as const;
  return (
    <div class="field-row">
      {addresses.map(
        ([title, address]) =>
          address !== undefined && (
            <section class="panel">
              <h2 class="section-title">{title}</h2>
              <AddressText address={address} countryName={countryName} />
            </section>
          ),
      )}
      {methods.map(
        ([title, text]) =>
          text !== undefined &&
          text !== '' && (
            <section class="panel">
              <h2 class="section-title">{title}</h2>
              <p>{text}</p>
            </section>
          ),
      )}
    </div>
  );
}

function parcelText({ shipments }: Order): string {
  const tracks = shipments.flatMap((shipment) => shipment.tracks);
  return tracks
    .map(({ title, carrier, trackNumber }) => [title ?? carrier, trackNumber].filter(Boolean).join(' '))
    .join(', ');
}
