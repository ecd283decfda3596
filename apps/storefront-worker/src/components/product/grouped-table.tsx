import type { GroupedProductRecord, ProductRecord } from '@maho-storefront/kv-schema';
import { formatMoney } from '../../formatting/money.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/** The products of a group, each with its price and how many to take. */
export function GroupedTable({ shop, product }: { shop: Shop; product: ProductRecord }) {
  if (product.groupedProducts.length === 0) return null;
  const texts = textsOf(shop.config.locale);
  return (
    <table class="table grouped-table">
      <caption class="sr-only">{texts.partsOfSet}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.product}</th>
          <th scope="col">{texts.price}</th>
          <th scope="col">{texts.quantity}</th>
        </tr>
      </thead>
      <tbody>
        {product.groupedProducts.map((part) => (
          <GroupedRow shop={shop} part={part} currency={product.currency} />
        ))}
      </tbody>
    </table>
  );
}

function GroupedRow({ shop, part, currency }: { shop: Shop; part: GroupedProductRecord; currency: string }) {
  const { locale } = shop.config;
  const texts = textsOf(locale);
  const amount = part.finalPrice ?? part.price;
  return (
    <tr>
      <th scope="row">{part.name}</th>
      <td>{amount === undefined ? '–' : formatMoney(amount, currency, locale)}</td>
      <td>
        {part.inStock ? (
          <input
            class="input input-sm"
            type="number"
            inputmode="numeric"
            name={`super_group[${part.id}]`}
            aria-label={`${texts.quantity}: ${part.name}`}
            value={part.defaultQty}
            min={0}
            data-amount={amount ?? 0}
          />
        ) : (
          <span class="stock-out">{texts.soldOut}</span>
        )}
      </td>
    </tr>
  );
}
