import type { ProductRecord } from '@maho-storefront/kv-schema';
import type { Price } from './price.js';

/**
 * The lowest amount a gift card can be bought for, or null when any amount is free to choose. Maho keeps gift
 * card amounts in the base currency of the website, not in the product's.
 *
 * @param baseCurrency ISO 4217, for records that do not name the currency of their amounts.
 */
export function giftCardPrice(product: ProductRecord, baseCurrency: string): Price | null {
  const amounts = [...product.giftcardAmounts, product.giftcardMinAmount ?? 0].filter((amount) => amount > 0);
  if (amounts.length === 0) return null;
  return {
    amount: Math.min(...amounts),
    currency: product.giftcardAmountCurrency ?? baseCurrency,
    isFrom: amounts.length > 1 || product.giftcardType !== 'fixed',
    was: null,
  };
}
