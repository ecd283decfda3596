import type { CartRef } from '@maho-storefront/maho-client/shopping';

/** One request of a shopper to place the order of a cart. Plain data: it goes to the cart's Durable Object. */
export interface OrderAttempt {
  /** Code of the store view. */
  readonly store: string;
  readonly cart: CartRef;
  /** The shopper's address and, of a customer, token. */
  readonly address: string | undefined;
  readonly token: string | undefined;
  /** A guest's. A customer's is on the cart. */
  readonly email: string | null;
  readonly note: string;
  /** Whether the shopper saw prices with tax. */
  readonly withTax: boolean;
  /** What the shopper agreed to, see `agreedOrder`. */
  readonly seen: string;
  /** Where a payment page sends the shopper back to. */
  readonly returnUrl: string;
  readonly timeoutMs: number;
}

/** On whose behalf Maho is asked. */
export type Asker = Pick<OrderAttempt, 'store' | 'address' | 'token'>;

/** Which cart, and on whose behalf: all that is needed to look whether it is still there. */
export type CartCheck = Asker & Pick<OrderAttempt, 'cart'>;
