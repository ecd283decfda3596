import type { Cart, CartRef } from '@maho-storefront/maho-client/shopping';
import { SignInNeededError } from '../visit/signed-in.js';
import type { Visit } from '../visit/visit.js';
import { isGone } from './is-gone.js';

/** What names a cart from now on: its masked id, or its number once a customer owns it. */
export function refOf({ id, maskedId }: Cart): CartRef {
  return maskedId === undefined ? { cartId: id } : { maskedId };
}

/** Takes down which cart is the shopper's, and how much is in it. Maho may have opened another one. */
export function adoptCart({ cookies }: Visit, cart: Cart): Cart {
  cookies.keepCart(refOf(cart));
  cookies.showCount(cart.itemsQty);
  return cart;
}

/**
 * The shopper's cart as the shop has it now; null without one, and for one that is gone: its cookie goes too.
 *
 * @throws SignInNeededError if it is a customer's whose session is over: it waits for them.
 */
export async function readCart(visit: Visit): Promise<Cart | null> {
  const { cookies, maho, shopper } = visit;
  if (cookies.cart === null) {
    if (cookies.hasSessionEnded) throw new SignInNeededError();
    if (cookies.read('cart') !== null) forgetCart(visit);
    return null;
  }
  try {
    return adoptCart(visit, await maho.carts.read(cookies.cart, shopper));
  } catch (error) {
    if (!isGone(error)) throw error;
    forgetCart(visit);
    return null;
  }
}

/** The cart to put something into: the shopper's own, or a new one, which is kept even if nothing gets into it. */
export async function cartToFill(visit: Visit): Promise<CartRef> {
  return visit.cookies.cart ?? openCart(visit);
}

/** A new cart of this store view, in place of whichever the shopper had. */
export async function openCart(visit: Visit): Promise<CartRef> {
  const { maho, shopper, reader } = visit;
  const { token } = shopper;
  const storeId = (await reader.config())?.storeId;
  const cart =
    token === undefined
      ? await maho.carts.createForGuest(shopper, storeId)
      : await maho.carts.createForCustomer({ ...shopper, token }, storeId);
  return refOf(adoptCart(visit, cart));
}

/** Whether a cart is priced as another store view sells: the one that Maho opens by itself is its default view's. */
export async function isOfAnotherView({ reader }: Visit, cart: Cart): Promise<boolean> {
  const storeId = (await reader.config())?.storeId;
  return storeId !== undefined && cart.storeId !== undefined && cart.storeId !== storeId;
}

export function forgetCart({ cookies }: Visit): void {
  cookies.drop('cart');
  cookies.showCount(0);
}
