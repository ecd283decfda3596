import type { RefusalReason } from '@maho-storefront/maho-client/shopping';

/** What came of an attempt at an order. */
export type OrderOutcome =
  /** There is an order; `ticket` opens what is shown of it. */
  | { readonly kind: 'placed'; readonly ticket: string }
  /** The cart is gone and the answer was lost: there most likely is an order. */
  | { readonly kind: 'unclear'; readonly ticket: string }
  /** Neither the order's answer nor the cart can be had at the moment, or Maho may still be at it. */
  | { readonly kind: 'unknown'; readonly ticket: string }
  /** The cart is another one than the shopper agreed to, or costs something else. Nothing was placed. */
  | { readonly kind: 'changed' }
  /** A step is not done, or not any more. Nothing was placed. */
  | { readonly kind: 'incomplete' }
  /** Maho refused, and the cart is as it was. */
  | {
      readonly kind: 'refused';
      readonly reason: RefusalReason;
      readonly said: string;
      readonly fields: readonly string[];
    }
  /** Maho asks to slow down. Nothing was placed. */
  | { readonly kind: 'too_many' }
  /** Nobody answered, or the order failed; the cart is still there, so there is no order. */
  | { readonly kind: 'not_placed' }
  /** Maho could not be asked whose the cart is. Nothing was placed now. */
  | { readonly kind: 'unanswered' }
  /** There is no such cart, and no order of it that the shopper may know of. */
  | { readonly kind: 'gone' }
  /** The shopper pays first, on the page of a provider. */
  | { readonly kind: 'pay'; readonly page: string }
  /** It is none of this cart's, or was given up. */
  | { readonly kind: 'payment_unknown' }
  | { readonly kind: 'payment_refused' }
  | { readonly kind: 'payment_open' }
  | { readonly kind: 'payment_failed' };
