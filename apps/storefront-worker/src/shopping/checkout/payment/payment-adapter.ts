/** A payment that a shopper is about to make. */
export interface PaymentIntent {
  /** Ours, random: tells the return of this payment from any other. It is no secret. */
  readonly reference: string;
  /** The cart's grand total, tax included, in whole units of the currency. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** A guest's; a customer's where the shop tells it. */
  readonly email: string | undefined;
  /** Where the payment page sends the shopper with a GET, however it went: the answer is asked of `state`. */
  readonly returnUrl: string;
}

/** A payment that waits for its shopper. */
export interface StartedPayment {
  /** The provider's. */
  readonly id: string;
  /** Absolute address of the provider's page. */
  readonly page: string;
}

/** What has become of a payment, as its provider says. */
export type PaymentState =
  /** The shopper may still pay. */
  | { readonly kind: 'open' }
  /** The money is reserved; the order may be placed. `data` goes to Maho's payment method with it. */
  | {
      readonly kind: 'authorised';
      readonly amount: number;
      readonly currency: string;
      readonly data: Readonly<Record<string, string>>;
    }
  /** Declined, cancelled or expired: nothing was taken. */
  | { readonly kind: 'refused' };

/**
 * A way to pay on a page of its provider. Payment is authorised before the order is placed, so that no order waits for
 * a shopper who never comes back; Maho's payment module captures what `data` names.
 *
 * An adapter must be able to do all three again and again: after an answer that was lost each is simply repeated.
 * What it throws means that nothing is known; the shopper is told so, and nothing is ordered.
 */
export interface PaymentAdapter {
  /** Codes of Maho's payment methods that it serves. */
  readonly methods: readonly string[];
  /** Origins of its pages: what browsers let the checkout's form lead to (`form-action`). */
  readonly origins: readonly string[];
  /** Opens a payment; the same `reference` opens no second one. */
  begin(intent: PaymentIntent): Promise<StartedPayment>;
  /** Asks the provider, never what the shopper's browser brings along. */
  state(id: string): Promise<PaymentState>;
  /** Gives the money free; a payment that is over already stays as it is. */
  cancel(id: string): Promise<void>;
}
