import type { ProductRecord } from '@maho-storefront/kv-schema';
import { formatDay } from '../../formatting/calendar-day.js';
import type { Price } from '../../formatting/price.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/** The last day of a special price while it is the price. */
export function SpecialEnd({
  shop,
  product,
  price,
}: {
  shop: Shop;
  product: ProductRecord;
  price: Price | null;
}) {
  const { specialPrice, specialToDate } = product;
  if (specialToDate === undefined || price === null || price.amount !== specialPrice) return null;
  const { locale } = shop.config;
  return <p class="price-until">{textsOf(locale).untilDay(formatDay(specialToDate, locale))}</p>;
}
