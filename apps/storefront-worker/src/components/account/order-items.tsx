import type { ProductCard } from '@maho-storefront/kv-schema';
import { type Order, type OrderItem, orderedOptions } from '@maho-storefront/maho-client/shopping';
import { formatCount } from '../../formatting/count.js';
import { formatMoney } from '../../formatting/money.js';
import { pageHref } from '../../formatting/page-href.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { Shop } from '../../pages/shop.js';

interface OrderItemsProps {
  shop: Shop;
  order: Order;
  /** What the catalogue still shows of it, by id. */
  products: ReadonlyMap<number, ProductCard>;
  /** Whether the shop's prices hold the tax. */
  withTax: boolean;
}

/** What was ordered: each line with what was chosen, and a link where the product is still sold. */
export function OrderItems({ shop, order, products, withTax }: OrderItemsProps) {
  const { locale } = shop.config;
  const texts = accountTexts(locale);
  const money = (amount: number) => formatMoney(amount, order.currency, locale);
  return (
    <table class="table order-table">
      <caption class="sr-only">{texts.orderItems}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.product}</th>
          <th scope="col" class="amount">
            {texts.price}
          </th>
          <th scope="col" class="amount">
            {texts.quantity}
          </th>
          <th scope="col" class="amount">
            {texts.rowTotal}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.items.map((item) => (
          <tr>
            <th scope="row">
              <ItemName item={item} product={products.get(item.productId ?? 0)} />
            </th>
            <td class="amount">{money((withTax ? item.priceInclTax : undefined) ?? item.price)}</td>
            <td class="amount">{formatCount(item.qtyOrdered, locale)}</td>
            <td class="amount">{money((withTax ? item.rowTotalInclTax : undefined) ?? item.rowTotal)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ItemName({ item, product }: { item: OrderItem; product: ProductCard | undefined }) {
  const options = orderedOptions(item);
  return (
    <>
      {product === undefined ? (
        item.name
      ) : (
        <a class="text-link" href={pageHref(product.slug)}>
          {item.name}
        </a>
      )}
      {options.length > 0 && (
        <p class="option-hint">{options.map(({ label, value }) => `${label}: ${value}`).join(', ')}</p>
      )}
    </>
  );
}
