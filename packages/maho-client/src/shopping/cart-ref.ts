import { unsentRefusal } from './errors/unsent-refusal.js';

/** Which cart: a guest's by its masked id, a customer's by its number (and the customer's token with the call). */
export type CartRef =
  | { readonly maskedId: string; readonly cartId?: never }
  | { readonly cartId: number; readonly maskedId?: never };

const MASKED_ID = /^[0-9a-f]{32}$/i;

/**
 * The path of a cart.
 *
 * @throws MahoRefusal `cart_not_found` if the id cannot be one, as from a tampered cookie.
 */
export function cartPath(ref: CartRef, below = ''): string {
  if (ref.maskedId !== undefined) {
    if (MASKED_ID.test(ref.maskedId)) return `/guest-carts/${ref.maskedId}${below}`;
  } else if (Number.isSafeInteger(ref.cartId) && ref.cartId > 0) {
    return `/carts/${ref.cartId}${below}`;
  }
  throw unsentRefusal('cart_not_found', 'The id of the cart is malformed.');
}
