import { type CartRef, MahoApiError, type Shopper } from '@maho-storefront/maho-client/shopping';
import { isGone } from '../../cart/is-gone.js';
import type { Asker, CartCheck } from './order-attempt.js';
import type { OrderDeskPorts } from './order-desk.js';
import { failureOf } from './order-failure.js';
import type { OrderOutcome } from './order-outcome.js';
import type { OrderRecord, PlacingRecord, SentOrder } from './order-record.js';

/** Finds out what has become of a cart's order, for those it belongs to. */
export class OrderLookup {
  readonly #ports: Pick<OrderDeskPorts, 'book' | 'shop' | 'now'>;

  constructor(ports: Pick<OrderDeskPorts, 'book' | 'shop' | 'now'>) {
    this.#ports = ports;
  }

  /** What is known of a cart's order; null where there is none, as far as anybody can tell. */
  async known(check: CartCheck): Promise<OrderOutcome | null> {
    const record = await this.#ports.book.read();
    if (record.state === 'open') return null;
    const refusal = await this.#refusal(check, check.cart, record.sent);
    if (refusal !== null) return refusal;
    if (record.state === 'placing') return this.settle(check, record);
    return { kind: record.state, ticket: record.sent.ticket };
  }

  /** What became of an order whose answer was lost, for whoever has sent it. */
  async settle(asker: Asker, placing: PlacingRecord): Promise<OrderOutcome> {
    const { state } = await this.#look(asker, placing);
    if (state === 'open') return { kind: 'not_placed' };
    return { kind: state === 'unclear' ? 'unclear' : 'unknown', ticket: placing.sent.ticket };
  }

  /** A cart that is not there: what seemed to have failed may have become an order all the same. */
  async goneCart(check: CartCheck): Promise<OrderOutcome> {
    const { book } = this.#ports;
    const record = await book.read();
    if (record.state !== 'open' || record.sent === undefined) return { kind: 'gone' };
    const { sent } = record;
    const refusal = await this.#refusal(check, check.cart, sent);
    if (refusal !== null) return refusal;
    await book.write({ state: 'unclear', sent });
    return { kind: 'unclear', ticket: sent.ticket };
  }

  /** The record, once it was looked for what has become of an order whose answer was lost. */
  async latest(asker: Asker): Promise<OrderRecord> {
    const record = await this.#ports.book.read();
    if (record.state !== 'placing') return record;
    const refusal = await this.#refusal(asker, record.sent.cart, record.sent);
    return refusal === null ? this.#look(asker, record) : record;
  }

  /**
   * Whether the cart is still there tells what became of its order: gone, there most likely is one; there, there is
   * none, once Maho can no longer be at it.
   */
  async #look({ store, ...asker }: Asker, record: PlacingRecord): Promise<OrderRecord> {
    const { book, shop, now } = this.#ports;
    const { sent, payment } = record;
    let next: OrderRecord = { state: 'open', payment, sent };
    try {
      await shop(store).carts.read(sent.cart, shopperOf(asker));
      if (now() < sent.openUntil) return record;
    } catch (error) {
      if (!(error instanceof MahoApiError)) throw error;
      if (!isGone(error)) return record;
      next = { state: 'unclear', sent };
    }
    await book.write(next);
    return next;
  }

  /**
   * Why somebody is told nothing of an order; null for whom it belongs to. The id of a guest's cart is known to nobody
   * else. The number of a customer's is no secret, and a token says nothing before Maho has said whose it is.
   */
  async #refusal(
    { store, address, token }: Asker,
    cart: CartRef,
    { customerId }: SentOrder,
  ): Promise<OrderOutcome | null> {
    if (cart.maskedId !== undefined) return null;
    if (token === undefined || customerId === undefined) return { kind: 'gone' };
    try {
      const { id } = await this.#ports.shop(store).accounts.profile({ address, token });
      return id === customerId ? null : { kind: 'gone' };
    } catch (error) {
      const failure = failureOf(error);
      return failure.kind === 'not_placed' ? { kind: 'unanswered' } : failure;
    }
  }
}

/** On whose behalf Maho is asked. */
export function shopperOf({ address, token }: Pick<Asker, 'address' | 'token'>): Shopper {
  return { address, token };
}
