import type { JsonObject } from '../../json.js';
import type { Cart } from '../cart/cart.js';
import type { CartTotals } from '../checkout/totals.js';

/** An order: the cart and the totals it was placed with, which nothing moves any more, and what moves afterwards. */
export interface Order {
  readonly id: number;
  readonly number: string;
  readonly cart: Cart;
  readonly totals: CartTotals;
  readonly itemIds: readonly number[];
  /** Names of the products then. */
  readonly names: readonly string[];
  readonly billingId: number;
  readonly shippingId: number;
  readonly paymentTitle: string;
  customerId: number | undefined;
  /** Opens a guest's order once; gone after that. */
  accessToken: string | undefined;
  status: 'pending' | 'canceled';
  readonly history: JsonObject[];
  /** Epoch seconds. */
  readonly createdAt: number;
  updatedAt: number;
}
