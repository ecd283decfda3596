import type { RefusalReason } from '@maho-storefront/maho-client/shopping';

/** What came of an attempt at an order. */
export type OrderOutcome =
  /** There is an order; `ticket` opens what is shown of it. */
  | { readonly kind: 'placed'; readonly ticket: string }
  /** The cart is gone and the answer was lost: there most likely is an order. */
  | { readonly kind: 'unclear'; readonly ticket: string }
  /** Neither the order's answer nor the cart can be had at the moment. */
  | { readonly kind: 'unknown'; readonly ticket: string }
  /** The cart costs something else than the shopper agreed to. Nothing was placed. */
  | { readonly kind: 'amount_changed' }
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
  /** The answer was lost, or nobody answered; the cart is still there, so there is no order. */
  | { readonly kind: 'not_placed' }
  /** There is no such cart, and no order of it is known here. */
  | { readonly kind: 'gone' }
  /** The shopper pays first, on the page of a provider. */
  | { readonly kind: 'pay'; readonly page: string }
  | { readonly kind: 'payment_refused' }
  | { readonly kind: 'payment_open' }
  | { readonly kind: 'payment_failed' };
