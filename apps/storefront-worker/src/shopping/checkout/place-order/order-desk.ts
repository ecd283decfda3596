import { type Cart, type MahoShopClient, mayHavePlacedOrder } from '@maho-storefront/maho-client/shopping';
import { logError } from '../../../log.js';
import { isGone } from '../../cart/is-gone.js';
import { agreedOrder } from '../agreed-order.js';
import { type OrderExtras, orderRequest } from '../order-request.js';
import { offeredPayments } from '../payment/offered-payments.js';
import type { PaymentAdapter } from '../payment/payment-adapter.js';
import { adapterFor } from '../payment/payment-adapters.js';
import type { CartCheck, OrderAttempt } from './order-attempt.js';
import type { OrderBook } from './order-book.js';
import { failureOf, hasEnded, isFinal, isInProgress } from './order-failure.js';
import { OrderLookup, shopperOf } from './order-lookup.js';
import type { OrderOutcome } from './order-outcome.js';
import type { OpenRecord, PendingPayment, PlacingRecord, SentOrder } from './order-record.js';
import { PaymentDesk } from './payment-desk.js';
import { placedOrder } from './placed-order.js';

export interface OrderDeskPorts {
  readonly book: OrderBook;
  readonly adapters: readonly PaymentAdapter[];
  /** A client of a store view, whose placing of orders ends after this long. */
  shop(store: string, timeoutMs?: number): MahoShopClient;
  /** Random, and hard to guess. */
  newId(): string;
  /** Epoch milliseconds. */
  now(): number;
}

/** What an order is sent with, beside its cart and what the shopper typed. */
interface SendingExtras extends Pick<OrderExtras, 'email' | 'paymentData'> {
  readonly open: OpenRecord;
  readonly payment?: PendingPayment | undefined;
}

/**
 * Turns one cart into one order, whatever happens on the way. One call at a time: the object in front of it sees to
 * that.
 *
 * Before an order is sent, it is written down that it is. Whatever is found so later — after an answer that was lost,
 * or after this object was restarted — is not sent again before the cart has been read: see `OrderLookup`.
 */
export class OrderDesk {
  readonly #ports: OrderDeskPorts;
  readonly #lookup: OrderLookup;
  readonly #payments: PaymentDesk;

  constructor(ports: OrderDeskPorts) {
    this.#ports = ports;
    this.#lookup = new OrderLookup(ports);
    this.#payments = new PaymentDesk(ports);
  }

  /** Places the order, or says why not; see `OrderOutcome`. */
  async place(attempt: OrderAttempt): Promise<OrderOutcome> {
    const known = await this.#lookup.known(attempt);
    if (known !== null && known.kind !== 'not_placed') return known;
    return this.#withCart(attempt, (cart) => this.#placeCart(attempt, cart));
  }

  /** Goes on where the shopper comes back from the payment page. */
  async resume(
    reference: string,
    check: CartCheck & Pick<OrderAttempt, 'timeoutMs' | 'returnUrl'>,
  ): Promise<OrderOutcome> {
    const known = await this.#lookup.known(check);
    if (known !== null && known.kind !== 'not_placed') return known;
    const open = await this.#open();
    const { payment } = open;
    if (payment?.reference !== reference) return { kind: 'payment_unknown' };
    const { seen, email, note, withTax } = payment;
    return this.#withCart(check, async (cart) => {
      const found = await this.#payments.stateOf(payment);
      if (found.kind === 'authorised') return this.#placeCart({ ...check, seen, email, note, withTax }, cart);
      if (found.kind === 'refused') await this.#ports.book.write({ ...open, payment: undefined });
      return PAYMENT_OUTCOMES[found.kind];
    });
  }

  /** What has become of the order of a cart that is no longer there; `gone` where none was ever sent. */
  async ofGoneCart(check: CartCheck): Promise<OrderOutcome> {
    return (await this.#lookup.known(check)) ?? this.#lookup.goneCart(check);
  }

  /** Reads the cart, so that what follows counts with what is in it now. */
  async #withCart(check: CartCheck, proceed: (cart: Cart) => Promise<OrderOutcome>): Promise<OrderOutcome> {
    let cart: Cart;
    try {
      cart = await this.#ports.shop(check.store).carts.read(check.cart, shopperOf(check));
    } catch (error) {
      return isGone(error) ? this.#lookup.goneCart(check) : failureOf(error);
    }
    return proceed(cart);
  }

  async #placeCart(attempt: OrderAttempt, cart: Cart): Promise<OrderOutcome> {
    const { adapters } = this.#ports;
    const isCustomer = attempt.token !== undefined;
    const email = isCustomer ? cart.customerEmail : (attempt.email ?? undefined);
    const method = cart.selectedPaymentMethod?.code ?? '';
    const isOffered = offeredPayments(cart, adapters).some(({ code }) => code === method);
    const isComplete = isOffered && orderRequest(cart, { email }) !== null;
    if (!isComplete || (email === undefined && !isCustomer)) return { kind: 'incomplete' };
    const open = await this.#open();
    if (agreedOrder(cart) !== attempt.seen) {
      await this.#payments.giveUpUnlessFor(cart, open);
      return { kind: 'changed' };
    }
    const adapter = adapterFor(adapters, method);
    if (adapter === undefined) {
      return this.#send(attempt, cart, { email, open: await this.#payments.giveUp(open) });
    }
    const paid = await this.#payments.pay(adapter, { cart, method, email, open, attempt });
    if (paid.kind !== 'authorised') return paid;
    const { payment, data: paymentData } = paid;
    return this.#send(attempt, cart, { email, open, payment, paymentData });
  }

  async #send(
    attempt: OrderAttempt,
    cart: Cart,
    { open, payment, ...extras }: SendingExtras,
  ): Promise<OrderOutcome> {
    const { book, newId, shop } = this.#ports;
    const idempotencyKey = open.sent?.idempotencyKey ?? newId();
    const request = orderRequest(cart, {
      ...extras,
      note: attempt.note === '' ? undefined : attempt.note,
      // Maho ignores a guest's.
      idempotencyKey: attempt.token === undefined ? undefined : idempotencyKey,
    });
    if (request === null) return { kind: 'incomplete' };
    const ticket = newId();
    const { customerId } = cart;
    const sent = {
      ticket,
      cart: attempt.cart,
      customerId,
      idempotencyKey,
      openUntil: this.#openUntil(attempt),
    };
    const placing = { state: 'placing', payment, sent } as const;
    await book.write(placing);
    try {
      const client = shop(attempt.store, attempt.timeoutMs);
      const order = await client.checkout.placeOrder(attempt.cart, request, shopperOf(attempt));
      const total = cart.prices.grandTotal;
      if (order.prices.grandTotal !== total) {
        logError('order_total_differs', { store: attempt.store, order: order.incrementId, agreed: total });
      }
      await book.write({
        state: 'placed',
        sent,
        order: placedOrder(order, { withTax: attempt.withTax, total }),
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

  async #afterFailure(attempt: OrderAttempt, placing: PlacingRecord, error: unknown): Promise<OrderOutcome> {
    const { book } = this.#ports;
    const { sent, payment } = placing;
    if (!mayHavePlacedOrder(error)) {
      const open = { state: 'open', payment } as const;
      await book.write(open);
      if (isFinal(error)) await this.#payments.giveUp(open);
      return failureOf(error);
    }
    const known = { ...placing, sent: { ...sent, ...this.#learnt(attempt, error) } };
    await book.write(known);
    return this.#lookup.settle(attempt, known);
  }

  /** What a failure says of how long Maho may be at an order. */
  #learnt(attempt: OrderAttempt, error: unknown): Partial<SentOrder> {
    const { newId, now } = this.#ports;
    if (hasEnded(error)) return { openUntil: now() };
    // Whatever holds the key has died in Maho, if it is held even then: the next attempt takes another.
    return isInProgress(error) ? { openUntil: this.#openUntil(attempt), idempotencyKey: newId() } : {};
  }

  /** Maho is given as long again as its answer was waited for. */
  #openUntil({ timeoutMs }: Pick<OrderAttempt, 'timeoutMs'>): number {
    return this.#ports.now() + 2 * timeoutMs;
  }

  async #open(): Promise<OpenRecord> {
    const record = await this.#ports.book.read();
    return record.state === 'open' ? record : { state: 'open' };
  }
}

const PAYMENT_OUTCOMES = {
  open: { kind: 'payment_open' },
  refused: { kind: 'payment_refused' },
  failed: { kind: 'payment_failed' },
} as const satisfies Record<string, OrderOutcome>;
