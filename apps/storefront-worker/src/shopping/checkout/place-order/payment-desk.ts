import type { Cart } from '@maho-storefront/maho-client/shopping';
import { logError } from '../../../log.js';
import { seenAmount } from '../order-request.js';
import type { PaymentAdapter, PaymentState } from '../payment/payment-adapter.js';
import { adapterFor } from '../payment/payment-adapters.js';
import { PaymentError } from '../payment/payment-error.js';
import type { OrderAttempt } from './order-attempt.js';
import type { OrderDeskPorts } from './order-desk.js';
import type { OrderOutcome } from './order-outcome.js';
import type { PendingPayment } from './order-record.js';

/** What is to be paid, and the payment of this cart that was begun before. */
export interface Payable {
  readonly cart: Cart;
  readonly method: string;
  readonly email: string | undefined;
  readonly present: PendingPayment | undefined;
  readonly attempt: OrderAttempt;
}

export type Paid =
  | {
      readonly kind: 'authorised';
      readonly payment: PendingPayment;
      readonly data: Readonly<Record<string, string>>;
    }
  | Extract<OrderOutcome, { kind: 'pay' | 'payment_failed' }>;

/** Keeps one payment a cart: what was begun is gone on with, or given up before another begins. */
export class PaymentDesk {
  readonly #ports: Pick<OrderDeskPorts, 'book' | 'adapters' | 'newId'>;

  constructor(ports: Pick<OrderDeskPorts, 'book' | 'adapters' | 'newId'>) {
    this.#ports = ports;
  }

  /** Whether a cart's amount is authorised; if not, where the shopper goes to do so. */
  async pay(adapter: PaymentAdapter, payable: Payable): Promise<Paid> {
    const { present, method } = payable;
    if (present !== undefined) {
      const state = await this.stateOf(present);
      if (state.kind === 'failed') return { kind: 'payment_failed' };
      const isSame = present.method === method && present.seen === seenAmount(payable.cart);
      if (isSame && state.kind === 'authorised' && covers(state, payable.cart)) {
        return { kind: 'authorised', payment: present, data: state.data };
      }
      if (isSame && state.kind === 'open') return { kind: 'pay', page: present.page };
      await this.giveUp(present);
    }
    return this.#begin(adapter, payable);
  }

  /** What its provider says of a payment; `failed` where nothing could be learnt. */
  async stateOf(payment: PendingPayment): Promise<PaymentState | { readonly kind: 'failed' }> {
    const adapter = adapterFor(this.#ports.adapters, payment.method);
    if (adapter === undefined) return { kind: 'refused' };
    return (await quietly(() => adapter.state(payment.id))) ?? { kind: 'failed' };
  }

  /** Frees money that no order will be placed with. */
  async giveUp(payment: PendingPayment | undefined): Promise<void> {
    if (payment === undefined) return;
    const adapter = adapterFor(this.#ports.adapters, payment.method);
    await quietly(async () => adapter?.cancel(payment.id));
    await this.#ports.book.forget();
  }

  async #begin(adapter: PaymentAdapter, { cart, method, email, attempt }: Payable): Promise<Paid> {
    const reference = this.#ports.newId();
    const started = await quietly(() =>
      adapter.begin({
        reference,
        amount: cart.prices.grandTotal,
        currency: cart.currency,
        email,
        returnUrl: `${attempt.returnUrl}?payment=${reference}`,
      }),
    );
    if (started === undefined || !adapter.origins.includes(new URL(started.page).origin)) {
      return { kind: 'payment_failed' };
    }
    const { seen, note, withTax } = attempt;
    const payment = { reference, method, ...started, seen, email: attempt.email, note, withTax };
    await this.#ports.book.write({ state: 'paying', payment });
    return { kind: 'pay', page: started.page };
  }
}

function covers(state: Extract<PaymentState, { kind: 'authorised' }>, cart: Cart): boolean {
  return state.amount === cart.prices.grandTotal && state.currency === cart.currency;
}

/** Undefined where the provider cannot be asked; why is for the log. */
async function quietly<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof PaymentError)) throw error;
    logError('payment_failed', { reason: error.message });
    return undefined;
  }
}
