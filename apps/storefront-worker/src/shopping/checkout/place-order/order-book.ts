import { type OrderRecord, orderRecordSchema } from './order-record.js';

const KEY = 'order';

/** The object's storage, as much of it as is needed. */
export type OrderStorage = Pick<
  DurableObjectStorage,
  'get' | 'put' | 'deleteAll' | 'setAlarm' | 'deleteAlarm'
>;

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

  async read(): Promise<OrderRecord | null> {
    const kept = await this.#storage.get(KEY);
    return kept === undefined ? null : orderRecordSchema.parse(kept);
  }

  async write(record: OrderRecord): Promise<void> {
    // Not one after the other: so they are one commit.
    await Promise.all([this.#storage.put(KEY, record), this.#storage.setAlarm(this.#now() + KEPT_MS)]);
  }

  async forget(): Promise<void> {
    await this.#storage.deleteAlarm();
    await this.#storage.deleteAll();
  }
}
