import type { JsonObject } from '../../json.js';
import type { Shop } from '../shop.js';
import { purchasesOf } from './buy.js';
import type { Cart } from './cart.js';
import { checkStock } from './stock-check.js';

/** Puts what a request buys into a cart. Throws ApiError in Maho's words, and leaves the cart as it was then. */
export function fillCart(shop: Shop, cart: Cart, body: JsonObject): void {
  const now = shop.nowSeconds();
  for (const purchase of purchasesOf(shop.buying(cart.store), body)) {
    // Fractions are cut off: no product of this shop is sold by them.
    const pieces = Math.trunc(purchase.qty);
    checkStock(cart.lines, purchase, pieces, cart.store);
    shop.carts.put(cart, purchase, pieces, now);
  }
  cart.updatedAt = now;
}
