import { formatMoney } from './money.js';
import type { Texts } from './texts/index.js';

/** What an option adds to a price: an amount, or a percentage of the product's price. */
export interface Surcharge {
  price?: number | undefined;
  /** `fixed` or `percent`. */
  priceType?: string | undefined;
}

/**
 * The amount an option adds.
 *
 * @param base price of the product, which percentages are taken of.
 * @returns null for a percentage of a price that is not known.
 */
export function surchargeAmount({ price = 0, priceType }: Surcharge, base: number | null): number | null {
  if (priceType !== 'percent') return price;
  return base === null ? null : (base * price) / 100;
}

/** “+ $5.00”, or an empty string where an option costs nothing. */
export function surchargeText(
  surcharge: Surcharge,
  base: number | null,
  { currency, locale, texts }: { currency: string; locale: string; texts: Texts },
): string {
  const amount = surchargeAmount(surcharge, base);
  if (amount === null) return texts.plusPrice(`${surcharge.price ?? 0}%`);
  if (amount === 0) return '';
  const text = formatMoney(Math.abs(amount), currency, locale);
  return amount < 0 ? texts.minusPrice(text) : texts.plusPrice(text);
}
