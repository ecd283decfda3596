import type { StoreView } from '../../catalogue/store-view.js';
import type { JsonObject } from '../../json.js';
import type { CartAddress } from './cart-address.js';
import type { Purchase } from './purchase.js';

/** A line of a cart. */
export interface CartLine {
  readonly id: number;
  /** What it is; replaced when the same thing is added again. */
  purchase: Purchase;
  qty: number;
  /** Written in an earlier request: a bundle's empty columns then read as 0, not as nothing. */
  isSaved: boolean;
}

/** A quote, as Maho calls it. */
export interface Cart {
  readonly id: number;
  readonly maskedId: string;
  readonly store: StoreView;
  customerId: number | undefined;
  email: string | undefined;
  /** Ends with the order, or when it goes into another cart. */
  isActive: boolean;
  lines: CartLine[];
  /** Both are there, empty, from the first item on. */
  billing: CartAddress | undefined;
  shipping: CartAddress | undefined;
  /** `carrier_method`. */
  shippingMethod: string | undefined;
  paymentMethod: string | undefined;
  paymentData: JsonObject;
  couponCode: string | undefined;
  /** Codes with the balance that was found when they were applied. */
  giftCards: Map<string, number>;
  /** Epoch seconds. */
  readonly createdAt: number;
  updatedAt: number;
}

/** Nothing to ship: totals and taxes go by the billing address. */
export function isVirtualCart(cart: Cart): boolean {
  return cart.lines.length > 0 && cart.lines.every(({ purchase }) => purchase.isVirtual);
}

/** Pieces in a cart. */
export function piecesIn(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.qty, 0);
}
