import { formatMoney } from '../formatting/money.js';
import type { Price } from '../formatting/price.js';
import { textsOf } from '../formatting/texts/index.js';
import type { Shop } from '../pages/shop.js';

/** A price with its regular price while it is reduced; screen readers hear which is which. */
export function PriceTag({
  shop,
  price,
  class: className = 'price',
}: {
  shop: Shop;
  price: Price;
  class?: string;
}) {
  const { locale } = shop.config;
  const texts = textsOf(locale);
  const amount = formatMoney(price.amount, price.currency, locale);
  if (price.was === null) {
    return (
      <p class={className}>
        {price.isFrom && <span class="price-from">{texts.from} </span>}
        <span class="price-now">{amount}</span>
      </p>
    );
  }
  return (
    <p class={className}>
      <span class="sr-only">{texts.specialPrice} </span>
      <ins class="price-now price-reduced">{amount}</ins> <span class="sr-only">{texts.regularPrice} </span>
      <del class="price-was">{formatMoney(price.was, price.currency, locale)}</del>
    </p>
  );
}
