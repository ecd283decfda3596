/** A payment provider that cannot be asked, or answers what nobody understands. */
export class PaymentError extends Error {
  readonly code = 'payment_failed';
  readonly retryable = true;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PaymentError';
  }
}
