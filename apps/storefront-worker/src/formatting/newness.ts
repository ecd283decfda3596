import type { ProductCard } from '@maho-storefront/kv-schema';
import { isOpen, type ShopTime } from './open-window.js';

/** Whether a product carries the “new” badge now; one without any news date never does. */
export function isNew(
  { newsFromDate, newsToDate }: Pick<ProductCard, 'newsFromDate' | 'newsToDate'>,
  time: ShopTime,
): boolean {
  return Boolean(newsFromDate ?? newsToDate) && isOpen(newsFromDate, newsToDate, time);
}
