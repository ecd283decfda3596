import type { Cart, CartItemRequest } from '@maho-storefront/maho-client/shopping';
import { endSession, isSessionOver } from '../visit/signed-in.js';
import type { Visit } from '../visit/visit.js';
import { adoptCart, cartToFill, forgetCart, isGone } from './open-cart.js';

/**
 * Puts something into the shopper's cart: two requests at the most, and for a customer whose cart is gone three.
 *
 * @throws MahoRefusal as `Carts.addItem` does.
 */
export async function addToCart(visit: Visit, item: CartItemRequest): Promise<Cart> {
  const { cookies, maho, shopper } = visit;
  try {
    return adoptCart(visit, await maho.carts.addItem(await cartToFill(visit), item, shopper));
  } catch (error) {
    const { token } = shopper;
    if (token === undefined) throw error;
    // Nothing that was chosen is lost: a guest's cart joins the customer's when they sign in again.
    if (isSessionOver(error)) return addToCart(endSession(visit), item);
    // Maho opens a guest's cart anew by itself, a customer's it does not.
    if (!isGone(error) || cookies.cart?.cartId === undefined) throw error;
    forgetCart(visit);
    const { id } = await maho.carts.createForCustomer({ ...shopper, token });
    return adoptCart(visit, await maho.carts.addItem({ cartId: id }, item, shopper));
  }
}
