import type { Cart } from '@maho-storefront/maho-client/shopping';
import { logError } from '../../../log.js';
import type { PaymentAdapter, PaymentState } from '../payment/payment-adapter.js';
import { adapterFor } from '../payment/payment-adapters.js';
import { PaymentError } from '../payment/payment-error.js';
import type { OrderAttempt } from './order-attempt.js';
import type { OrderDeskPorts } from './order-desk.js';
import type { OrderOutcome } from './order-outcome.js';
import type { OpenRecord, OrderRecord, OwedPayment, PendingPayment } from './order-record.js';

/** What is to be paid, and the payment of this cart that was begun before. */
export interface Payable {
  readonly cart: Cart;
  readonly method: string;
  readonly email: string | undefined;
  readonly open: OpenRecord;
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
    const { open, cart } = payable;
    const { payment } = open;
    if (payment === undefined) return this.#begin(adapter, payable);
    const state = await this.stateOf(payment);
    if (state.kind === 'failed') return { kind: 'payment_failed' };
    if (isFor(payment, cart)) {
      if (state.kind === 'authorised' && covers(state, cart)) {
        return { kind: 'authorised', payment, data: state.data };
      }
      if (state.kind === 'open') {
        await this.#ports.book.write({ ...open, payment: { ...payment, ...agreedIn(payable.attempt) } });
        return { kind: 'pay', page: payment.page };
      }
    }
    return this.#begin(adapter, { ...payable, open: await this.giveUp(open) });
  }

  /** What its provider says of a payment; `failed` where nothing could be learnt. */
  async stateOf(payment: PendingPayment): Promise<PaymentState | { readonly kind: 'failed' }> {
    const adapter = adapterFor(this.#ports.adapters, payment.method);
    if (adapter === undefined) return { kind: 'refused' };
    return (await quietly(() => adapter.state(payment.id))) ?? { kind: 'failed' };
  }

  /** Frees money that no order will be placed with; where the provider cannot be told, `freeAll` tries again. */
  async giveUp({ payment, ...open }: OpenRecord): Promise<OpenRecord> {
    if (payment === undefined) return open;
    if (!(await this.#cancel(payment))) await this.#ports.book.owe(payment);
    await this.#ports.book.write(open);
    return open;
  }

  /** The same, unless the payment is what this cart costs, in the way that is chosen. */
  async giveUpUnlessFor(cart: Cart, open: OpenRecord): Promise<void> {
    if (open.payment !== undefined && !isFor(open.payment, cart)) await this.giveUp(open);
  }

  /**
   * Frees all money that nothing will be ordered for any more: of a shopper who has paid and never came back, and what
   * could not be freed before.
   *
   * @returns false if a provider could not be told.
   */
  async freeAll(record: OrderRecord): Promise<boolean> {
    const owed: OwedPayment[] = await this.#ports.book.owed();
    if (record.state === 'open' && record.payment !== undefined) owed.push(record.payment);
    let isFree = true;
    for (const payment of owed) isFree = (await this.#cancel(payment)) && isFree;
    return isFree;
  }

  async #begin(adapter: PaymentAdapter, { cart, method, email, attempt, open }: Payable): Promise<Paid> {
    const reference = this.#ports.newId();
    const { currency } = cart;
    const amount = cart.prices.grandTotal;
    const returnUrl = `${attempt.returnUrl}?payment=${reference}`;
    const started = await quietly(() => adapter.begin({ reference, amount, currency, email, returnUrl }));
    if (started === undefined || !adapter.origins.includes(new URL(started.page).origin)) {
      return { kind: 'payment_failed' };
    }
    const payment = { reference, method, ...started, amount, currency, ...agreedIn(attempt) };
    await this.#ports.book.write({ ...open, payment });
    return { kind: 'pay', page: started.page };
  }

  /** Whether its provider knows by now that a payment is over. */
  async #cancel({ method, id }: OwedPayment): Promise<boolean> {
    const adapter = adapterFor(this.#ports.adapters, method);
    if (adapter === undefined) return true;
    return (await quietly(() => adapter.cancel(id).then(() => true))) ?? false;
  }
}

function agreedIn({ seen, email, note, withTax }: OrderAttempt) {
  return { seen, email, note, withTax };
}

function isFor({ method, amount, currency }: PendingPayment, cart: Cart): boolean {
  return method === cart.selectedPaymentMethod?.code && covers({ amount, currency }, cart);
}

function covers({ amount, currency }: Pick<PendingPayment, 'amount' | 'currency'>, cart: Cart): boolean {
  return amount === cart.prices.grandTotal && currency === cart.currency;
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
