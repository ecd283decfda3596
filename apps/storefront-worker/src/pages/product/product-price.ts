import type { ProductRecord } from '@maho-storefront/kv-schema';
import { giftCardPrice } from '../../formatting/gift-card-price.js';
import { type Price, priceOf } from '../../formatting/price.js';
import type { Shop } from '../shop.js';

/** The price a product's page opens with; null where it depends on a free choice. */
export function productPrice(shop: Shop, product: ProductRecord): Price | null {
  if (product.type === 'giftcard') {
    return giftCardPrice(product, shop.config.baseCurrencyCode) ?? priceOf(product, shop);
  }
  return priceOf(product, shop) ?? lowestPart(product);
}

/** A set of products without a price of its own costs from what its cheapest part does. */
function lowestPart({ groupedProducts, currency }: ProductRecord): Price | null {
  const amounts = groupedProducts
    .map((part) => part.finalPrice ?? part.price ?? 0)
    .filter((amount) => amount > 0);
  return amounts.length === 0 ? null : { amount: Math.min(...amounts), currency, isFrom: true, was: null };
}

/** What the options' prices are added to; 0 for products that cost only what is picked. */
export function basePrice(product: ProductRecord, price: Price | null): number {
  if (product.type === 'grouped' || product.type === 'giftcard') return 0;
  if (product.type !== 'bundle') return price?.amount ?? 0;
  return product.priceType === 1 ? (product.finalPrice ?? product.price ?? 0) : 0;
}
