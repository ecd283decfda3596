import type {
  PaymentAdapter,
  PaymentIntent,
  PaymentState,
} from '../shopping/checkout/payment/payment-adapter.js';
import { PaymentError } from '../shopping/checkout/payment/payment-error.js';

/** Stands around each call to a provider. */
type Around = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A payment provider in memory, for the method `card`. */
export class CardProvider {
  readonly payments: { intent: PaymentIntent; state: PaymentState['kind'] }[] = [];
  isDown = false;

  /** The shopper pays the latest payment on its page. @returns our reference, with which they come back. */
  pay(): string {
    const payment = this.payments.at(-1);
    if (payment === undefined) throw new Error('Nothing is to be paid');
    payment.state = 'authorised';
    return payment.intent.reference;
  }

  adapter(around: Around): PaymentAdapter {
    const ask = <Result>(answer: () => Result) =>
      around(async () => {
        if (this.isDown) throw new PaymentError('down');
        return answer();
      });
    return {
      methods: ['card'],
      origins: ['https://pay.test'],
      begin: (intent) =>
        ask(() => {
          const id = String(this.payments.push({ intent, state: 'open' }) - 1);
          return { id, page: `https://pay.test/${id}` };
        }),
      state: (id) => ask(() => this.#stateOf(id)),
      cancel: (id) =>
        ask(() => {
          this.#payment(id).state = 'refused';
        }),
    };
  }

  #stateOf(id: string): PaymentState {
    const { intent, state } = this.#payment(id);
    const { amount, currency } = intent;
    return state === 'authorised' ? { kind: state, amount, currency, data: { id } } : { kind: state };
  }

  #payment(id: string): CardProvider['payments'][number] {
    const found = this.payments[Number(id)];
    if (found === undefined) throw new PaymentError('There is no such payment');
    return found;
  }
}
