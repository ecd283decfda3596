import type { Order } from '@maho-storefront/maho-client/shopping';
import { OrderTable } from '../../components/account/order-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { Pager } from '../../components/pager.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';

export interface OrderListView {
  orders: readonly Order[];
  /** From 1. */
  page: number;
  totalPages: number;
}

/** `/account/orders`. */
export function orderListPage(shop: Shop, { orders, page, totalPages }: OrderListView): PageContent {
  const texts = accountTexts(shop.config.locale);
  return accountPage(shop, {
    part: 'orders',
    title: texts.orders,
    body:
      orders.length === 0 ? (
        <EmptyState icon="box" title={texts.noOrders} hint={texts.noOrdersHint}>
          <a class="btn btn-primary" href="/">
            {texts.toShop}
          </a>
        </EmptyState>
      ) : (
        <>
          <OrderTable shop={shop} orders={orders} />
          <Pager
            shop={shop}
            page={page}
            totalPages={totalPages}
            hrefOf={(number) => `/account/orders?page=${number}`}
          />
        </>
      ),
  });
}
