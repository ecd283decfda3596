import * as z from 'zod';
import { type OrderRecord, type OwedPayment, orderRecordSchema, owedPaymentSchema } from './order-record.js';

const KEY = 'order';
const OWED = 'owed';

/** The object's storage, as much of it as is needed. */
export interface OrderStorage {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  deleteAll(): Promise<void>;
  getAlarm(): Promise<number | null>;
  setAlarm(at: number): Promise<void>;
  deleteAlarm(): Promise<void>;
}

/**
 * How long anything of an order is kept: a page that is loaded again the next morning still shows it, and a cart that
 * has become an order is long gone in the shop by then.
 */
export const KEPT_MS = 24 * 60 * 60 * 1000;

/** What one cart's object remembers. Everything goes by alarm, counted from the last change. */
export class OrderBook {
  readonly #storage: OrderStorage;
  readonly #now: () => number;

  constructor(storage: OrderStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  async read(): Promise<OrderRecord> {
    const kept = await this.#storage.get(KEY);
    return kept === undefined ? { state: 'open' } : orderRecordSchema.parse(kept);
  }

  async write(record: OrderRecord): Promise<void> {
    await this.#put(KEY, record);
  }

  /** Payments whose provider could not be told that nothing will be ordered. */
  async owed(): Promise<OwedPayment[]> {
    return z.array(owedPaymentSchema).parse((await this.#storage.get(OWED)) ?? []);
  }

  async owe({ method, id }: OwedPayment): Promise<void> {
    const others = (await this.owed()).filter((owed) => owed.id !== id);
    await this.#put(OWED, [...others, { method, id }]);
  }

  /** Whether something was written since the alarm went off. */
  async hasAlarm(): Promise<boolean> {
    return (await this.#storage.getAlarm()) !== null;
  }

  async forget(): Promise<void> {
    await this.#storage.deleteAlarm();
    await this.#storage.deleteAll();
  }

  async #put(key: string, value: unknown): Promise<void> {
    // Not one after the other: so they are one commit.
    await Promise.all([this.#storage.put(key, value), this.#storage.setAlarm(this.#now() + KEPT_MS)]);
  }
}
