import { notFound } from '../http/api-error.js';
import type { Cart } from '../shop/cart/cart.js';
import { numberAt, type ShopRequest } from './shop-request.js';

/** The cart that a path names, if the caller may have it: guests by masked id, customers their own by number. */
export function cartAt(request: ShopRequest): Cart | undefined {
  const { shop, customer, captures, path } = request;
  if (!path.includes('/guest-carts/')) {
    const own = shop.carts.byId(numberAt(request, 0));
    return customer !== undefined && own?.customerId === customer.id ? own : undefined;
  }
  const cart = shop.carts.byMaskedId(captures[0] ?? '');
  const isFree = cart?.customerId === undefined || cart.customerId === customer?.id;
  return isFree ? cart : undefined;
}

/** Reading and changing a cart that is gone end in different words (cart/46 and cart/47). */
export function readableCart(request: ShopRequest): Cart {
  const cart = cartAt(request);
  if (cart === undefined) throw notFound();
  return cart;
}

export function changeableCart(request: ShopRequest): Cart {
  const cart = cartAt(request);
  if (cart === undefined) throw notFound('Cart not found');
  return cart;
}
