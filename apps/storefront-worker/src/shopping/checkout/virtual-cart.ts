import type { Cart } from '@maho-storefront/maho-client/shopping';

/** Types whose products are never shipped; Maho's gift cards are sent by e-mail. */
const VIRTUAL_TYPES: ReadonlySet<string> = new Set(['virtual', 'downloadable', 'giftcard']);

/**
 * Whether there is nothing to ship: no delivery address is asked for then, and no way to ship. Maho itself tells only
 * of an order.
 */
export function isVirtualCart({ items }: Pick<Cart, 'items'>): boolean {
  return items.length > 0 && items.every(({ productType = '' }) => VIRTUAL_TYPES.has(productType));
}
