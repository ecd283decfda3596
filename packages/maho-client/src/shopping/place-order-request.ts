import type { CartAddress } from './cart-address.js';

/** Everything an order needs, in one go: what was set on the cart before is overwritten by what is here. */
export interface PlaceOrderRequest {
  /** Needed for a guest. */
  readonly email?: string | undefined;
  /** Not of a cart with nothing to ship. */
  readonly shippingAddress?: CartAddress | undefined;
  readonly billingAddress: CartAddress;
  /** `code` of a shipping method. */
  readonly shippingMethod?: string | undefined;
  /** `code` of a payment method. */
  readonly paymentMethod: string;
  /** What the payment method wants to know, such as the id of a payment that was authorised. */
  readonly paymentData?: Readonly<Record<string, unknown>> | undefined;
  readonly note?: string | undefined;
  /**
   * Customers only, for 24 hours: the same key answers the same order again instead of placing another. Guests have
   * no such key in Maho.
   */
  readonly idempotencyKey?: string | undefined;
}

/** The body of `POST …/place-order`. */
export function placeOrderBody(request: PlaceOrderRequest): Record<string, unknown> {
  const { email, note, idempotencyKey: _, ...rest } = request;
  return { ...rest, guestEmail: email, email, orderNote: note };
}

const IDEMPOTENCY_KEY = /^[\w-]{1,255}$/;

/** @throws TypeError if the key is not 1 to 255 letters, digits, `_` or `-`: Maho would refuse the order for it. */
export function idempotencyHeader(key: string | undefined): Readonly<Record<string, string>> {
  if (key === undefined) return {};
  if (!IDEMPOTENCY_KEY.test(key))
    throw new TypeError('idempotencyKey must be 1 to 255 of A-Z, a-z, 0-9, _ and -');
  return { 'X-Idempotency-Key': key };
}
