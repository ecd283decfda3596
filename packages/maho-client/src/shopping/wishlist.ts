import { entityPath } from '../client/entity-path.js';
import type { Page } from '../paging/page.js';
import type { CartRef } from './cart-ref.js';
import { type WishlistItem, wishlistItemSchema } from './schemas/wishlist-item.js';
import type { ShopCaller } from './shop-caller.js';
import type { SignedInShopper } from './shopper.js';

const PATH = '/customers/me/wishlist';

/** What a customer has put by. */
export class Wishlist {
  readonly #caller: ShopCaller;

  constructor(caller: ShopCaller) {
    this.#caller = caller;
  }

  /** All of it, in one answer whatever its size. */
  list(customer: SignedInShopper): Promise<Page<WishlistItem>> {
    return this.#caller.page({ method: 'GET', path: PATH }, wishlistItemSchema, customer);
  }

  /** The same product again adds to its quantity. */
  add(productId: number, customer: SignedInShopper, qty = 1): Promise<WishlistItem> {
    return this.#caller.answer(
      { method: 'POST', path: PATH, body: { productId, qty } },
      wishlistItemSchema,
      customer,
    );
  }

  async remove(itemId: number, customer: SignedInShopper): Promise<void> {
    return this.#caller.done({ method: 'DELETE', path: entityPath(PATH, itemId) }, customer);
  }

  /**
   * Puts an item into a cart, the customer's own by default, and takes it off the list. The cart is not answered.
   *
   * @throws MahoRefusal `not_addable` for whatever cannot be added by its SKU alone, as a configurable.
   */
  async moveToCart(
    itemId: number,
    customer: SignedInShopper,
    qty = 1,
    cart?: CartRef,
  ): Promise<WishlistItem> {
    const body = { qty, cartId: cart?.maskedId ?? cart?.cartId };
    const call = { method: 'POST', path: entityPath(PATH, itemId, '/move-to-cart'), body } as const;
    return this.#caller.answer(call, wishlistItemSchema, customer);
  }
}
