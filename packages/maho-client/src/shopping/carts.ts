import { type CartItemRequest, cartItemBody, checkedQuantity } from './cart-item-request.js';
import { type CartRef, cartPath } from './cart-ref.js';
import { unsentRefusal } from './errors/unsent-refusal.js';
import { type Cart, cartSchema } from './schemas/cart.js';
import { type CartPrices, cartPricesSchema } from './schemas/cart-prices.js';
import type { ShopCaller } from './shop-caller.js';
import type { Shopper, SignedInShopper } from './shopper.js';

/**
 * Carts of guests and customers: what is in them, and the codes on them.
 *
 * Every change answers the whole cart, totals counted anew. A cart that is gone is refused as `cart_not_found`.
 */
export class Carts {
  readonly #caller: ShopCaller;

  constructor(caller: ShopCaller) {
    this.#caller = caller;
  }

  /**
   * An empty cart.
   *
   * @param storeId the store view's number, as `stores` says it. Without one Maho opens a cart of its default view,
   * whichever view the client speaks to, and prices all that is put into it there.
   */
  createForGuest(shopper: Shopper, storeId?: number): Promise<Cart> {
    return this.#caller.answer(
      { method: 'POST', path: '/guest-carts', body: { storeId } },
      cartSchema,
      shopper,
    );
  }

  /** Another cart, even if the customer has one: that one's id comes with signing in. `storeId` as for a guest. */
  createForCustomer(customer: SignedInShopper, storeId?: number): Promise<Cart> {
    return this.#caller.answer({ method: 'POST', path: '/carts', body: { storeId } }, cartSchema, customer);
  }

  async read(cart: CartRef, shopper: Shopper): Promise<Cart> {
    return this.#caller.answer({ method: 'GET', path: cartPath(cart) }, cartSchema, shopper);
  }

  async totals(cart: CartRef, shopper: Shopper): Promise<CartPrices> {
    const call = { method: 'GET', path: cartPath(cart, '/totals') } as const;
    // A guest's totals come alone, a customer's in the cart.
    if (cart.maskedId !== undefined) return this.#caller.answer(call, cartPricesSchema, shopper);
    return (await this.#caller.answer(call, cartSchema, shopper)).prices;
  }

  /**
   * Puts something into a cart; the same thing again adds to its line.
   *
   * A guest's cart that is gone is opened anew: `cartRecreated` is true then, and `maskedId` is the one to keep. It is
   * one of Maho's default store view (`storeId`).
   */
  async addItem(cart: CartRef, item: CartItemRequest, shopper: Shopper): Promise<Cart> {
    return this.#change('POST', cart, '/items', shopper, cartItemBody(item));
  }

  /**
   * Sets a line's quantity. Maho checks it against its own bounds only, not against the stock: more than there is
   * stays in the cart until the order fails.
   */
  async changeItem(cart: CartRef, itemId: number, qty: number, shopper: Shopper): Promise<Cart> {
    return this.#change('PUT', cart, itemPath(itemId), shopper, { qty: checkedQuantity(qty) });
  }

  /** A line that is gone already is no error. */
  async removeItem(cart: CartRef, itemId: number, shopper: Shopper): Promise<Cart> {
    return this.#change('DELETE', cart, itemPath(itemId), shopper);
  }

  async applyCoupon(cart: CartRef, code: string, shopper: Shopper): Promise<Cart> {
    const method = cart.maskedId === undefined ? 'POST' : 'PUT';
    return this.#change(method, cart, '/coupon', shopper, { code, couponCode: code });
  }

  async removeCoupon(cart: CartRef, shopper: Shopper): Promise<Cart> {
    return this.#change('DELETE', cart, '/coupon', shopper);
  }

  async applyGiftCard(cart: CartRef, code: string, shopper: Shopper): Promise<Cart> {
    return this.#change('POST', cart, '/giftcards', shopper, { giftcardCode: code });
  }

  async removeGiftCard(cart: CartRef, code: string, shopper: Shopper): Promise<Cart> {
    return this.#change('DELETE', cart, giftCardPath(code), shopper);
  }

  #change(
    method: 'POST' | 'PUT' | 'DELETE',
    cart: CartRef,
    below: string,
    shopper: Shopper,
    body?: unknown,
  ): Promise<Cart> {
    return this.#caller.answer({ method, path: cartPath(cart, below), body }, cartSchema, shopper);
  }
}

/** Nothing, and what a URL takes for a folder, would lead to another address. */
function giftCardPath(code: string): string {
  if (!/^\.{0,2}$/.test(code)) return `/giftcards/${encodeURIComponent(code)}`;
  throw unsentRefusal('gift_card_not_applied', 'This cannot be the code of a gift card.');
}

function itemPath(id: number): string {
  if (Number.isSafeInteger(id) && id > 0) return `/items/${id}`;
  throw unsentRefusal('item_not_found', 'The id of the line is malformed.');
}
