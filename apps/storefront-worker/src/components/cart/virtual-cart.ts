import type { Cart } from '@maho-storefront/maho-client/shopping';

const WITHOUT_SHIPPING: ReadonlySet<string> = new Set(['virtual', 'downloadable', 'giftcard']);

/** Whether nothing in a cart has to be shipped. A kind of product we do not know has to. */
export function isVirtualCart({ items }: Pick<Cart, 'items'>): boolean {
  return items.every(({ productType = '' }) => WITHOUT_SHIPPING.has(productType));
}
