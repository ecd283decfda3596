import type { ProductRecord } from '@maho-storefront/kv-schema';
import { isOpen, type ShopTime } from '../../formatting/open-window.js';

/** What a bundle's parts cost of their prices: 0.8 while a special price of 80 (per cent) holds, else 1. */
export function bundleFactor(product: ProductRecord, time: ShopTime): number {
  const { specialPrice, specialFromDate, specialToDate } = product;
  if (product.type !== 'bundle' || specialPrice === undefined) return 1;
  const isPercentage = specialPrice > 0 && specialPrice < 100;
  return isPercentage && isOpen(specialFromDate, specialToDate, time) ? specialPrice / 100 : 1;
}
