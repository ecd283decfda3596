import type { Cart } from './schemas/cart.js';

/** What shipping costs, tax not counted: 0 when it is free, `undefined` while no method is chosen. */
export function shippingCost(cart: Pick<Cart, 'prices' | 'selectedShippingMethod'>): number | undefined {
  return cart.selectedShippingMethod === undefined ? undefined : (cart.prices.shippingAmount ?? 0);
}
