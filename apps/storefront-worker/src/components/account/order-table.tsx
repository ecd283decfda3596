import type { Order } from '@maho-storefront/maho-client/shopping';
import { formatDay } from '../../formatting/calendar-day.js';
import { formatMoney } from '../../formatting/money.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { Shop } from '../../pages/shop.js';

/** Orders, one a row, each leading to its details. */
export function OrderTable({ shop, orders }: { shop: Shop; orders: readonly Order[] }) {
  const { locale } = shop.config;
  const texts = accountTexts(locale);
  return (
    <table class="table order-table">
      <thead>
        <tr>
          <th scope="col">{texts.orderNumber}</th>
          <th scope="col">{texts.orderDay}</th>
          <th scope="col">{texts.orderStatus}</th>
          <th scope="col" class="amount">
            {texts.orderTotal}
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr>
            <th scope="row">
              <a class="text-link whitespace-nowrap" href={`/account/orders/${order.id}`}>
                {order.incrementId}
              </a>
            </th>
            <td>{formatDay(order.createdAt ?? '', locale)}</td>
            <td>{orderStatus(shop, order)}</td>
            <td class="amount">{formatMoney(order.prices.grandTotal, order.currency, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where an order stands; a status of the shop's own as the shop calls it. */
export function orderStatus(shop: Shop, { status, state }: Pick<Order, 'status' | 'state'>): string {
  const { statuses } = accountTexts(shop.config.locale);
  const code = status ?? state ?? '';
  return statuses[code] ?? code.replaceAll('_', ' ');
}
