import { MahoTooManyRequestsError } from '@maho-storefront/maho-client';
import {
  type Cart,
  MahoApiError,
  MahoRefusal,
  type MahoShopClient,
  mayHavePlacedOrder,
  type Shopper,
} from '@maho-storefront/maho-client/shopping';
import { logError } from '../../../log.js';
import { isGone } from '../../cart/open-cart.js';
import { type OrderExtras, orderRequest, seenAmount } from '../order-request.js';
import { offeredPayments } from '../payment/offered-payments.js';
import type { PaymentAdapter } from '../payment/payment-adapter.js';
import { adapterFor } from '../payment/payment-adapters.js';
import type { CartCheck, OrderAttempt } from './order-attempt.js';
import type { OrderBook } from './order-book.js';
import type { OrderOutcome } from './order-outcome.js';
import type { OrderRecord, PendingPayment } from './order-record.js';
import { PaymentDesk } from './payment-desk.js';
import { placedOrder } from './placed-order.js';

export interface OrderDeskPorts {
  readonly book: OrderBook;
  readonly adapters: readonly PaymentAdapter[];
  /** A client of a store view, whose placing of orders ends after this long. */
  shop(store: string, timeoutMs?: number): MahoShopClient;
  /** Random, and hard to guess. */
  newId(): string;
}

type PlacingRecord = Extract<OrderRecord, { state: 'placing' }>;

/** What an order is sent with, beside its cart and what the shopper typed. */
interface SendingExtras extends Pick<OrderExtras, 'email' | 'paymentData'> {
  readonly idempotencyKey: string;
  readonly payment?: PendingPayment | undefined;
}

/**
 * Turns one cart into one order, whatever happens on the way. One call at a time: the object in front of it sees to
 * that.
 *
 * Before an order is sent, it is written down that it is. Whatever is found so later — after an answer that was lost,
 * or after this object was restarted — is not sent again before the cart has been read: a cart that is gone has become
 * an order, one that is there has not.
 */
export class OrderDesk {
  readonly #ports: OrderDeskPorts;
  readonly #payments: PaymentDesk;

  constructor(ports: OrderDeskPorts) {
    this.#ports = ports;
    this.#payments = new PaymentDesk(ports);
  }

  async place(attempt: OrderAttempt): Promise<OrderOutcome> {
    const known = await this.settle(attempt);
    if (known !== null && known.kind !== 'not_placed') return known;
    return this.#withCart(attempt, (cart) => this.#placeCart(attempt, cart));
  }

  /** Goes on where the shopper comes back from the payment page. */
  async resume(reference: string, check: CartCheck & Pick<OrderAttempt, 'timeoutMs'>): Promise<OrderOutcome> {
    const known = await this.settle(check);
    if (known !== null && known.kind !== 'not_placed') return known;
    const payment = paymentOf(await this.#ports.book.read());
    if (payment === undefined || payment.reference !== reference) return { kind: 'payment_refused' };
    const { seen, email, note, withTax } = payment;
    return this.#withCart(check, async (cart) => {
      const attempt = { ...check, seen, email, note, withTax, returnUrl: '' };
      const found = await this.#payments.stateOf(payment);
      if (found.kind === 'authorised') return this.#placeCart(attempt, cart);
      if (found.kind === 'refused') await this.#ports.book.forget();
      return PAYMENT_OUTCOMES[found.kind];
    });
  }

  /** What is known of this cart's order; null where none was ever sent. */
  async settle(check: CartCheck): Promise<OrderOutcome | null> {
    const record = await this.#ports.book.read();
    switch (record?.state) {
      case 'placed':
      case 'unclear':
        return { kind: record.state, ticket: record.ticket };
      case 'placing':
        return this.#lookForCart(check, record);
      default:
        return null;
    }
  }

  /** Reads the cart, so that what follows counts with what is in it now. */
  async #withCart(check: CartCheck, proceed: (cart: Cart) => Promise<OrderOutcome>): Promise<OrderOutcome> {
    let cart: Cart;
    try {
      cart = await this.#ports.shop(check.store).carts.read(check.cart, shopperOf(check));
    } catch (error) {
      return isGone(error) ? { kind: 'gone' } : notPlaced(error);
    }
    return proceed(cart);
  }

  async #placeCart(attempt: OrderAttempt, cart: Cart): Promise<OrderOutcome> {
    const { adapters, newId, book } = this.#ports;
    const isCustomer = attempt.token !== undefined;
    const email = isCustomer ? cart.customerEmail : (attempt.email ?? undefined);
    const method = cart.selectedPaymentMethod?.code ?? '';
    const isOffered = offeredPayments(cart, adapters).some(({ code }) => code === method);
    const isComplete = isOffered && orderRequest(cart, { email }) !== null;
    if (!isComplete || (email === undefined && !isCustomer)) return { kind: 'incomplete' };
    if (seenAmount(cart) !== attempt.seen) {
      await this.#payments.giveUp(paymentOf(await book.read()));
      return { kind: 'amount_changed' };
    }
    const record = await book.read();
    const idempotencyKey = record?.state === 'open' ? record.idempotencyKey : newId();
    const adapter = adapterFor(adapters, method);
    const present = paymentOf(record);
    if (adapter === undefined) {
      await this.#payments.giveUp(present);
      return this.#send(attempt, cart, { email, idempotencyKey });
    }
    const paid = await this.#payments.pay(adapter, { cart, method, email, present, attempt });
    if (paid.kind !== 'authorised') return paid;
    return this.#send(attempt, cart, {
      email,
      idempotencyKey,
      payment: paid.payment,
      paymentData: paid.data,
    });
  }

  async #send(
    attempt: OrderAttempt,
    cart: Cart,
    { payment, ...extras }: SendingExtras,
  ): Promise<OrderOutcome> {
    const { book, newId, shop } = this.#ports;
    const ticket = newId();
    const { idempotencyKey } = extras;
    const request = orderRequest(cart, {
      ...extras,
      note: attempt.note === '' ? undefined : attempt.note,
      // Maho ignores a guest's.
      idempotencyKey: attempt.token === undefined ? undefined : idempotencyKey,
    });
    if (request === null) return { kind: 'incomplete' };
    const placing = { state: 'placing', ticket, idempotencyKey, payment } as const;
    await book.write(placing);
    try {
      const client = shop(attempt.store, attempt.timeoutMs);
      const order = await client.checkout.placeOrder(attempt.cart, request, shopperOf(attempt));
      await book.write({
        state: 'placed',
        ticket,
        order: placedOrder(order, attempt.withTax),
        isUnseen: true,
        accessToken: order.accessToken,
        accountToken: order.accountToken,
      });
      return { kind: 'placed', ticket };
    } catch (error) {
      logError('order_failed', { store: attempt.store, reason: String(error) });
      return this.#afterFailure(attempt, placing, error);
    }
  }

  async #afterFailure(check: CartCheck, placing: PlacingRecord, error: unknown): Promise<OrderOutcome> {
    const { book } = this.#ports;
    if (mayHavePlacedOrder(error)) {
      const outcome = await this.#lookForCart(check, placing);
      // Maho itself is still at an attempt whose answer was lost: a cart that is there proves nothing yet.
      if (outcome.kind !== 'not_placed' || !isInProgress(error)) return outcome;
      await book.write(placing);
      return { kind: 'unknown', ticket: placing.ticket };
    }
    await this.#payments.giveUp(placing.payment);
    await book.forget();
    return notPlaced(error);
  }

  /** The answer was lost: whether the cart is still there tells what became of the order. */
  async #lookForCart(
    { store, cart, ...check }: CartCheck,
    { ticket, idempotencyKey, payment }: PlacingRecord,
  ): Promise<OrderOutcome> {
    const { book, shop } = this.#ports;
    try {
      await shop(store).carts.read(cart, shopperOf(check));
    } catch (error) {
      if (!isGone(error)) return { kind: 'unknown', ticket };
      await book.write({ state: 'unclear', ticket });
      return { kind: 'unclear', ticket };
    }
    await book.write({ state: 'open', idempotencyKey, payment });
    return { kind: 'not_placed' };
  }
}

function isInProgress(error: unknown): boolean {
  return error instanceof MahoRefusal && error.reason === 'order_in_progress';
}

const PAYMENT_OUTCOMES = {
  open: { kind: 'payment_open' },
  refused: { kind: 'payment_refused' },
  failed: { kind: 'payment_failed' },
} as const satisfies Record<string, OrderOutcome>;

function shopperOf({ address, token }: Pick<CartCheck, 'address' | 'token'>): Shopper {
  return { address, token };
}

function paymentOf(record: OrderRecord | null): PendingPayment | undefined {
  return record?.state === 'paying' || record?.state === 'open' ? record.payment : undefined;
}

/** What kept an order from being placed; whatever no shopper caused is logged, not told. */
function notPlaced(error: unknown): OrderOutcome {
  if (error instanceof MahoRefusal) {
    const { reason, said, fields } = error;
    return { kind: 'refused', reason, said, fields };
  }
  if (error instanceof MahoTooManyRequestsError) return { kind: 'too_many' };
  if (error instanceof MahoApiError) return { kind: 'not_placed' };
  throw error;
}
