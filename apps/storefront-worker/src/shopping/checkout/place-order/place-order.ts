import { DurableObject } from 'cloudflare:workers';
import { type CartRef, MahoApiError } from '@maho-storefront/maho-client/shopping';
import { isSameSecret } from '../../../auth/secret-comparison.js';
import type { Environment } from '../../../environment.js';
import { logError } from '../../../log.js';
import { platformClock } from '../../../platform/clock.js';
import { settingsOf } from '../../../settings.js';
import { mahoShop } from '../../visit/maho-shop.js';
import { paymentAdapters } from '../payment/payment-adapters.js';
import type { CartCheck, OrderAttempt } from './order-attempt.js';
import { OrderBook } from './order-book.js';
import { OrderDesk, type OrderDeskPorts } from './order-desk.js';
import type { OrderOutcome } from './order-outcome.js';
import type { PlacedOrder } from './placed-order.js';

/** Who looks at an order. */
export type OrderViewer = Omit<CartCheck, 'cart'> & { readonly cart: CartRef | null };

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

/**
 * One per cart: lets one attempt at its order through at a time; who comes meanwhile waits, and gets its result.
 *
 * It keeps how far the order is and, once there is one, what the page after it shows, for a day; see `OrderRecord`.
 */
export class PlaceOrder extends DurableObject<Environment> {
  readonly #book: OrderBook;
  readonly #desk: OrderDesk;
  readonly #ports: OrderDeskPorts;
  #opening: Promise<string | undefined> | null = null;
  #underWay: Promise<OrderOutcome> | null = null;

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
    };
    this.#desk = new OrderDesk(this.#ports);
  }

  /** Places the order, or says why not; see `OrderOutcome`. */
  place(attempt: OrderAttempt): Promise<OrderOutcome> {
    return this.#alone(() => this.#desk.place(attempt));
  }

  /** The shopper is back from the payment page. */
  resume(reference: string, check: CartCheck & Pick<OrderAttempt, 'timeoutMs'>): Promise<OrderOutcome> {
    return this.#alone(() => this.#desk.resume(reference, check));
  }

  /** What has become of this cart's order; `gone` where none was ever sent. */
  known(check: CartCheck): Promise<OrderOutcome> {
    return this.#alone(async () => (await this.#desk.settle(check)) ?? { kind: 'gone' });
  }

  /**
   * What the holder of a ticket is shown; null for a wrong one, and once it is forgotten. The first time, the order is
   * read by its one-time token, which tells whether it can become an account.
   *
   * @param viewer without a cart where the shopper's is no longer known: what is unknown stays so.
   */
  async show(ticket: string, viewer: OrderViewer): Promise<OrderView | null> {
    if (this.#underWay !== null) await this.#underWay;
    const record = await this.#book.read();
    if (record === null || !('ticket' in record) || !(await isSameSecret(record.ticket, ticket))) return null;
    if (record.state === 'unclear') return { kind: 'unclear' };
    if (record.state === 'placing') {
      const { cart } = viewer;
      const outcome = cart === null ? null : await this.known({ ...viewer, cart });
      return {
        kind: outcome?.kind === 'unclear' || outcome?.kind === 'not_placed' ? outcome.kind : 'unknown',
      };
    }
    this.#opening ??= this.#openOnce(viewer).finally(() => {
      this.#opening = null;
    });
    const accountToken = await this.#opening;
    const canBecomeAccount = accountToken !== undefined;
    return { kind: 'placed', order: record.order, canBecomeAccount, isFirst: await this.#markSeen() };
  }

  /** What turns the order of a ticket into an account; null for a wrong ticket, and where it cannot become one. */
  async accountToken(ticket: string): Promise<string | null> {
    const record = await this.#book.read();
    if (record?.state !== 'placed' || !(await isSameSecret(record.ticket, ticket))) return null;
    return record.accountToken ?? null;
  }

  /** The order has become an account. */
  async forgetAccountToken(): Promise<void> {
    const record = await this.#book.read();
    if (record?.state !== 'placed') return;
    const { accountToken: _, ...rest } = record;
    await this.#book.write(rest);
  }

  override async alarm(): Promise<void> {
    await this.#book.forget();
  }

  /** Whether nobody had been shown the order before: nothing but the storage is waited for, so it is true once. */
  async #markSeen(): Promise<boolean> {
    const record = await this.#book.read();
    if (record?.state !== 'placed' || !record.isUnseen) return false;
    await this.#book.write({ ...record, isUnseen: false });
    return true;
  }

  /** Maho forgets the token with the answer, so it is forgotten here before it is used: nobody tries it twice. */
  async #openOnce({ store, address }: OrderViewer): Promise<string | undefined> {
    const record = await this.#book.read();
    if (record?.state !== 'placed') return undefined;
    const { accessToken, ...opened } = record;
    if (accessToken === undefined) return record.accountToken;
    await this.#book.write(opened);
    try {
      const { orders } = this.#ports.shop(store);
      const { accountToken } = await orders.byToken(record.order.number, accessToken, { address });
      await this.#book.write({ ...opened, accountToken });
      return accountToken;
    } catch (error) {
      if (!(error instanceof MahoApiError)) throw error;
      logError('order_not_opened', { store, reason: error.message });
      return undefined;
    }
  }

  #alone(work: () => Promise<OrderOutcome>): Promise<OrderOutcome> {
    if (this.#underWay !== null) return this.#underWay;
    const running = work().finally(() => {
      this.#underWay = null;
    });
    this.#underWay = running;
    return running;
  }
}
