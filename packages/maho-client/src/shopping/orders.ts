import { entityPath } from '../client/entity-path.js';
import type { Page } from '../paging/page.js';
import { type Order, orderSchema } from './schemas/order.js';
import type { ShopCaller } from './shop-caller.js';
import type { Shopper, SignedInShopper } from './shopper.js';

/** Which of a customer's orders. */
export interface OrderQuery {
  readonly page?: number | undefined;
  /** 10 by default, 100 at most. */
  readonly itemsPerPage?: number | undefined;
  readonly status?: string | undefined;
}

/** Orders that have been placed. */
export class Orders {
  readonly #caller: ShopCaller;

  constructor(caller: ShopCaller) {
    this.#caller = caller;
  }

  /**
   * A guest's order by the token that placing it gave. Maho forgets the token with this answer, so the request is
   * never repeated, and must never be made ahead of need.
   *
   * @throws MahoRefusal `order_not_found` for a token that is wrong or used up.
   */
  byToken(incrementId: string, accessToken: string, shopper: Shopper): Promise<Order> {
    return this.#caller.answer(
      {
        method: 'GET',
        path: `/orders/${encodeURIComponent(incrementId)}/details`,
        headers: { 'X-Order-Token': accessToken },
        once: true,
      },
      orderSchema,
      shopper,
    );
  }

  /** A customer's orders, newest first. */
  list(query: OrderQuery, customer: SignedInShopper): Promise<Page<Order>> {
    const call = { method: 'GET', path: '/customers/me/orders', query: { ...query } } as const;
    return this.#caller.page(call, orderSchema, customer);
  }

  /** @throws MahoRefusal `order_not_found`, of somebody else's order too. */
  async read(id: number, customer: SignedInShopper): Promise<Order> {
    return this.#caller.answer({ method: 'GET', path: entityPath('/orders', id) }, orderSchema, customer);
  }

  /** @throws MahoRefusal `order_not_cancellable` once it is invoiced or cancelled (older Maho: `MahoServerError`). */
  async cancel(id: number, customer: SignedInShopper, reason?: string): Promise<Order> {
    return this.#caller.answer(
      { method: 'POST', path: entityPath('/orders', id, '/cancel'), body: { reason } },
      orderSchema,
      customer,
    );
  }
}
