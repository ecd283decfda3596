import type { Cart, CartItemRequest } from '@maho-storefront/maho-client/shopping';
import { withoutRefusedToken } from '../visit/keep-signed-in.js';
import { isSessionOver } from '../visit/signed-in.js';
import type { Visit } from '../visit/visit.js';
import { isGone } from './is-gone.js';
import { adoptCart, cartToFill, isOfAnotherView, openCart } from './open-cart.js';

/**
 * Puts something into the shopper's cart: two requests at the most, and three where the cart that the shopper had is
 * gone and Maho opens none in its place, or one of another store view.
 *
 * @throws MahoRefusal as `Carts.addItem` does.
 */
export async function addToCart(visit: Visit, item: CartItemRequest): Promise<Cart> {
  const { cookies, maho, shopper } = visit;
  try {
    const cart = await maho.carts.addItem(await cartToFill(visit), item, shopper);
    if (!cart.cartRecreated || !(await isOfAnotherView(visit, cart))) return adoptCart(visit, cart);
  } catch (error) {
    const { token } = shopper;
    if (token === undefined) throw error;
    // Nothing that was chosen is lost: a guest's cart joins the customer's when they sign in again.
    if (isSessionOver(error)) return addToCart(await withoutRefusedToken(visit), item);
    // Maho opens a guest's cart anew by itself, a customer's it does not.
    if (!isGone(error) || cookies.cart?.cartId === undefined) throw error;
  }
  return adoptCart(visit, await maho.carts.addItem(await openCart(visit), item, shopper));
}
