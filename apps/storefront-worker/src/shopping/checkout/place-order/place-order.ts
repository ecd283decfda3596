import { DurableObject } from 'cloudflare:workers';
import { MahoApiError } from '@maho-storefront/maho-client/shopping';
import { isSameSecret } from '../../../auth/secret-comparison.js';
import type { Environment } from '../../../environment.js';
import { logError } from '../../../log.js';
import { platformClock } from '../../../platform/clock.js';
import { SerialQueue } from '../../../serial-queue.js';
import { settingsOf } from '../../../settings.js';
import { mahoShop } from '../../visit/maho-shop.js';
import { paymentAdapters } from '../payment/payment-adapters.js';
import { PaymentError } from '../payment/payment-error.js';
import type { Asker, CartCheck, OrderAttempt } from './order-attempt.js';
import { OrderBook } from './order-book.js';
import { OrderDesk, type OrderDeskPorts } from './order-desk.js';
import { OrderLookup } from './order-lookup.js';
import type { OrderOutcome } from './order-outcome.js';
import type { OrderRecord } from './order-record.js';
import { PaymentDesk } from './payment-desk.js';
import type { PlacedOrder } from './placed-order.js';

/** How long the page after an order waits to learn whether it can offer an account; the next view knows. */
const OPENING_MS = 2_000;

/** How often a provider is told in vain that its money is not needed; it forgets the payment some day by itself. */
const FREEING_TRIES = 5;

/** What the page after an order shows. */
export type OrderView =
  | {
      readonly kind: 'placed';
      readonly order: PlacedOrder;
      readonly canBecomeAccount: boolean;
      /** It is shown for the first time; true once. */
      readonly isFirst: boolean;
    }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not_placed' };

interface Placing {
  readonly attempt: OrderAttempt;
  readonly outcome: Promise<OrderOutcome>;
}

/**
 * One per cart: lets one attempt at its order through at a time; who sends the same meanwhile waits, and gets its
 * result. Anything else has its turn afterwards, and begins with what is known by then.
 *
 * It keeps how far the order is and, once there is one, what the page after it shows, for a day; see `OrderRecord`.
 */
export class PlaceOrder extends DurableObject<Environment> {
  readonly #book: OrderBook;
  readonly #desk: OrderDesk;
  readonly #lookup: OrderLookup;
  readonly #ports: OrderDeskPorts;
  readonly #queue = new SerialQueue();
  #placing: Placing | null = null;
  #opening: Promise<void> | null = null;

  constructor(state: DurableObjectState, environment: Environment) {
    super(state, environment);
    this.#book = new OrderBook(state.storage, platformClock.now);
    const settings = settingsOf(environment);
    this.#ports = {
      book: this.#book,
      adapters: paymentAdapters(settings),
      shop: (store, placeOrderTimeoutMs = settings.placeOrderTimeoutMs) =>
        mahoShop({ ...settings, placeOrderTimeoutMs }, store),
      newId: () => crypto.randomUUID(),
      now: platformClock.now,
    };
    this.#desk = new OrderDesk(this.#ports);
    this.#lookup = new OrderLookup(this.#ports);
  }

  /** Places the order, or says why not; see `OrderOutcome`. */
  async place(attempt: OrderAttempt): Promise<OrderOutcome> {
    const present = this.#placing;
    if (present !== null && (await isSameAttempt(present.attempt, attempt))) return present.outcome;
    const outcome = this.#queue.run(() => this.#desk.place(attempt));
    const placing = { attempt, outcome };
    this.#placing = placing;
    try {
      return await outcome;
    } finally {
      if (this.#placing === placing) this.#placing = null;
    }
  }

  /** The shopper is back from the payment page. */
  resume(...[reference, check]: Parameters<OrderDesk['resume']>): Promise<OrderOutcome> {
    return this.#queue.run(() => this.#desk.resume(reference, check));
  }

  /** What has become of the order of a cart that is no longer there; `gone` where none was ever sent. */
  ofGoneCart(check: CartCheck): Promise<OrderOutcome> {
    return this.#queue.run(() => this.#desk.ofGoneCart(check));
  }

  /**
   * What the holder of a ticket is shown; null for a wrong one, and once it is forgotten. The first time, the order is
   * read by its one-time token, which tells whether it can become an account.
   */
  async show(ticket: string, viewer: Asker): Promise<OrderView | null> {
    if ((await this.#recordOf(ticket)) === null) return null;
    await this.#queue.run(() => this.#lookup.latest(viewer));
    const record = await this.#recordOf(ticket);
    if (record?.state !== 'placed') return record && { kind: VIEWS[record.state] };
    await this.#open(viewer);
    return this.#showPlaced();
  }

  /** The same to somebody who only looks whether there is a page: nothing is asked, and nothing is used up. */
  async peek(ticket: string): Promise<OrderView | null> {
    const record = await this.#recordOf(ticket);
    if (record?.state !== 'placed') return record && { kind: VIEWS[record.state] };
    return { kind: 'placed', order: record.order, canBecomeAccount: false, isFirst: false };
  }

  /** What turns the order of a ticket into an account; null for a wrong ticket, and where it cannot become one. */
  async accountToken(ticket: string): Promise<string | null> {
    const record = await this.#recordOf(ticket);
    return (record?.state === 'placed' && record.accountToken) || null;
  }

  /** The order has become an account. */
  async forgetAccountToken(): Promise<void> {
    const record = await this.#book.read();
    if (record.state === 'placed') await this.#book.write({ ...record, accountToken: undefined });
  }

  override async alarm(alarm?: AlarmInvocationInfo): Promise<void> {
    await this.#queue.run(async () => {
      if (await this.#book.hasAlarm()) return;
      const isFree = await new PaymentDesk(this.#ports).freeAll(await this.#book.read());
      if (!isFree && (alarm?.retryCount ?? 0) < FREEING_TRIES) {
        throw new PaymentError('A provider could not be told that its money is not needed');
      }
      await this.#book.forget();
    });
  }

  async #recordOf(ticket: string): Promise<OrderRecord | null> {
    const record = await this.#book.read();
    const isRight = record.sent !== undefined && (await isSameSecret(record.sent.ticket, ticket));
    return isRight ? record : null;
  }

  /** Nothing but the storage is waited for, so that of two views at the same time one is the first. */
  async #showPlaced(): Promise<OrderView | null> {
    const record = await this.#book.read();
    if (record.state !== 'placed') return null;
    const { order, isUnseen: isFirst, accountToken } = record;
    if (isFirst) await this.#book.write({ ...record, isUnseen: false });
    return { kind: 'placed', order, canBecomeAccount: accountToken !== undefined, isFirst };
  }

  async #open(viewer: Asker): Promise<void> {
    this.#opening ??= this.#openOnce(viewer).finally(() => {
      this.#opening = null;
    });
    const patience = new AbortController();
    const isTooLong = platformClock.sleep(OPENING_MS, patience.signal).catch(() => undefined);
    await Promise.race([this.#opening, isTooLong]);
    patience.abort();
  }

  /** Maho forgets the token with the answer, so it is forgotten here before it is used: nobody tries it twice. */
  async #openOnce({ store, address }: Asker): Promise<void> {
    const record = await this.#book.read();
    if (record.state !== 'placed' || record.accessToken === undefined) return;
    const { accessToken, order } = record;
    await this.#book.write({ ...record, accessToken: undefined });
    try {
      const { accountToken } = await this.#ports
        .shop(store)
        .orders.byToken(order.number, accessToken, { address });
      const present = await this.#book.read();
      if (present.state === 'placed') await this.#book.write({ ...present, accountToken });
    } catch (error) {
      if (!(error instanceof MahoApiError)) throw error;
      logError('order_not_opened', { store, reason: error.message });
    }
  }
}

const VIEWS = { open: 'not_placed', placing: 'unknown', unclear: 'unclear' } as const;

/** Whether two want the same of the same cart: one on behalf of another customer, or of another order, waits. */
async function isSameAttempt(a: OrderAttempt, b: OrderAttempt): Promise<boolean> {
  return a.seen === b.seen && (await isSameSecret(a.token ?? '', b.token ?? ''));
}
