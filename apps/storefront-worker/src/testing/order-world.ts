import { createDemoBackend, type DemoBackend, generateCatalogue } from '@maho-storefront/demo-backend';
import { type Cart, type CartRef, MahoShopClient, type Shopper } from '@maho-storefront/maho-client/shopping';
import { agreedOrder } from '../shopping/checkout/agreed-order.js';
import type { OrderAttempt } from '../shopping/checkout/place-order/order-attempt.js';
import { OrderBook, type OrderStorage } from '../shopping/checkout/place-order/order-book.js';
import { OrderDesk, type OrderDeskPorts } from '../shopping/checkout/place-order/order-desk.js';
import { OrderLookup } from '../shopping/checkout/place-order/order-lookup.js';
import type { OrderRecord } from '../shopping/checkout/place-order/order-record.js';
import { PaymentDesk } from '../shopping/checkout/place-order/payment-desk.js';
import { CardProvider } from './card-provider.js';

/** The object has died: whatever it waited for, it goes no further. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

export const TIMEOUT_MS = 30_000;

const ADDRESS = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  street: ['1 Test St'],
  city: 'Portland',
  region: 'Oregon',
  postcode: '97035',
  countryId: 'US',
  telephone: '5550100',
};

/**
 * Everything around an `OrderDesk`: a shop, a payment provider, a storage, a clock. Each of the desk's steps out of
 * itself is counted, and it can be made to die before or after one of them.
 */
export class OrderWorld {
  readonly backend: DemoBackend;
  /** Requests to the shop, with their headers. */
  readonly sent: { readonly path: string; readonly headers: Headers }[] = [];
  readonly #provider = new CardProvider();
  now = Date.parse('2026-11-23T09:00:00Z');
  /** The step at which the desk dies: `when` its effect is there, or is not. */
  crash: { readonly at: number; readonly when: 'before' | 'after' } | null = null;
  steps = 0;
  /** What happens in the shop when an order arrives, before it is placed. */
  beforePlacing: () => void = () => undefined;
  readonly #kept = new Map<string, unknown>();
  #isDead = false;
  #ids = 0;

  constructor() {
    this.backend = createDemoBackend({
      catalogue: generateCatalogue({ products: 30, categories: 6, stores: 1, seed: 3 }),
      now: () => this.now,
      shop: {
        paymentMethods: [
          { code: 'checkmo', title: 'Check' },
          { code: 'banktransfer', title: 'Bank transfer' },
          { code: 'card', title: 'Card', isOffline: false },
        ],
      },
    });
  }

  get payments(): CardProvider['payments'] {
    return this.#provider.payments;
  }

  set isProviderDown(isDown: boolean) {
    this.#provider.isDown = isDown;
  }

  get orders(): number {
    return this.backend.shop.orders.size;
  }

  /** What the shop's other client does in another window: nothing of it is a step of the desk. */
  get #shop(): MahoShopClient {
    return this.#client((work) => work());
  }

  #ports(): OrderDeskPorts {
    this.#isDead = false;
    this.crash = null;
    this.steps = 0;
    return {
      book: new OrderBook(this.#storage(), () => this.now),
      adapters: [this.#provider.adapter((work) => this.#step(work))],
      shop: (_store, timeoutMs) => this.#client((work) => this.#step(work), timeoutMs),
      newId: () => this.#newId(),
      now: () => this.now,
    };
  }

  /** A desk over what the one before has written down. */
  desk(): OrderDesk {
    return new OrderDesk(this.#ports());
  }

  lookup(): OrderLookup {
    return new OrderLookup(this.#ports());
  }

  paymentDesk(): PaymentDesk {
    return new PaymentDesk(this.#ports());
  }

  /** What the desk before has written down. */
  record(): Promise<OrderRecord> {
    return this.#ports().book.read();
  }

  /** Lets a desk do something, and die at a step of it: what it still says is heard by nobody. */
  async dieAt(
    step: number,
    when: 'before' | 'after',
    work: (desk: OrderDesk) => Promise<unknown>,
  ): Promise<void> {
    const desk = this.desk();
    this.crash = { at: step, when };
    await work(desk).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
  }

  /** A customer's cart with the same, and their token. */
  async customer(): Promise<{ cart: CartRef; token: string }> {
    const { carts, tokens } = this.#shop;
    const { token } = await tokens.signIn({ email: 'ada@example.com', password: 'analytical' }, {});
    const { id } = await carts.createForCustomer({ token });
    const cart = { cartId: id };
    await this.#fill(cart, 'checkmo', { token });
    return { cart, token };
  }

  /** A guest's cart with all that an order needs. */
  async readyCart(payment = 'checkmo'): Promise<CartRef> {
    const { maskedId = '' } = await this.#shop.carts.createForGuest({});
    const cart = { maskedId };
    await this.#fill(cart, payment, {});
    return cart;
  }

  /** Puts one more into a cart, as another window does. */
  addTo(cart: CartRef): Promise<Cart> {
    return this.#shop.carts.addItem(cart, { sku: this.#products[0].sku, qty: 1 }, {});
  }

  /** Takes another product for the one in a cart, at the same price. */
  async swap(cart: CartRef): Promise<void> {
    const { carts } = this.#shop;
    const [present, other] = this.#products;
    const { items } = await carts.read(cart, {});
    this.backend.catalogue.edit.massUpdatePrice(other.id, present.price);
    await carts.addItem(cart, { sku: other.sku, qty: 1 }, {});
    for (const { id } of items) await carts.removeItem(cart, id, {});
  }

  /** Makes what is in a cart dearer. */
  raisePrice(by: number): void {
    const [{ id, price }] = this.#products;
    this.backend.catalogue.edit.massUpdatePrice(id, price + by);
  }

  async moveTo(cart: CartRef, city: string): Promise<void> {
    await this.#shop.checkout.setShippingAddress(cart, { ...ADDRESS, city }, {});
  }

  async payBy(cart: CartRef, method: string): Promise<void> {
    await this.#shop.checkout.setPaymentMethod(cart, method, {});
  }

  /** The shopper pays the latest payment on its page. @returns our reference, with which they come back. */
  pay(): string {
    return this.#provider.pay();
  }

  /** Somebody else's token. */
  async stranger(): Promise<string> {
    const credentials = { email: 'eve@example.com', password: 'eavesdropping' };
    await this.#shop.accounts.register({ ...credentials, firstname: 'Eve', lastname: 'Doe' }, {});
    return (await this.#shop.tokens.signIn(credentials, {})).token;
  }

  /** What a shopper who looks at the cart now sends with the button. */
  async attempt(cart: CartRef, changes: Partial<OrderAttempt> = {}): Promise<OrderAttempt> {
    const { token } = changes;
    const seen = agreedOrder(await this.#shop.carts.read(cart, { token }));
    return {
      store: 'en',
      cart,
      address: '192.0.2.1',
      token: undefined,
      email: 'ada@example.com',
      note: '',
      withTax: false,
      seen,
      returnUrl: 'https://shop.test/checkout/payment/return',
      timeoutMs: TIMEOUT_MS,
      ...changes,
    };
  }

  /** Places the order past the desk, as Maho does that was believed to have given up. */
  async finish({ cart, email }: OrderAttempt): Promise<void> {
    const request = { email: email ?? undefined, billingAddress: ADDRESS, paymentMethod: 'checkmo' };
    await this.#shop.checkout.placeOrder(cart, request, {});
  }

  async #fill(cart: CartRef, payment: string, shopper: Shopper): Promise<void> {
    const { carts, checkout } = this.#shop;
    await carts.addItem(cart, { sku: this.#products[0].sku, qty: 1 }, shopper);
    await checkout.setShippingAddress(cart, ADDRESS, shopper);
    await checkout.setBillingAddress(cart, ADDRESS, shopper);
    await checkout.setShippingMethod(cart, { carrierCode: 'flatrate', methodCode: 'flatrate' }, shopper);
    await checkout.setPaymentMethod(cart, payment, shopper);
  }

  get #products() {
    const { catalogue } = this.backend;
    const [first, second] = catalogue.index
      .listed(catalogue.defaultStore)
      .filter(({ type, allOptions, qty }) => type === 'simple' && !allOptions && qty > 20);
    if (first === undefined || second === undefined) throw new Error('The shop has not enough products');
    return [first, second] as const;
  }

  /** One step of the desk out of itself. */
  async #step<Result>(work: () => Promise<Result>): Promise<Result> {
    this.steps += 1;
    const dies = this.crash?.at === this.steps ? this.crash.when : null;
    if (this.#isDead || dies === 'before') return this.#die();
    const result = await work();
    return dies === 'after' ? this.#die() : result;
  }

  #newId(): string {
    this.#ids += 1;
    return `id-${this.#ids}`;
  }

  #die(): never {
    this.#isDead = true;
    throw new Crash();
  }

  #client(around: <Result>(work: () => Promise<Result>) => Promise<Result>, placeOrderTimeoutMs?: number) {
    return new MahoShopClient({
      baseUrl: 'https://shop.test',
      storeCode: 'en',
      placeOrderTimeoutMs,
      retries: 0,
      fetch: (url, init) => {
        const path = new URL(url).pathname;
        this.sent.push({ path, headers: new Headers(init.headers) });
        if (path.endsWith('/place-order')) this.beforePlacing();
        return around(() => this.backend.fetch(url, init));
      },
    });
  }

  #storage(): OrderStorage {
    const kept = this.#kept;
    return {
      get: (key: string) => this.#step(async () => structuredClone(kept.get(key))),
      put: (key: string, value: unknown) =>
        this.#step(async () => {
          kept.set(key, structuredClone(value));
        }),
      deleteAll: () => this.#step(async () => kept.clear()),
      getAlarm: async () => null,
      setAlarm: async () => undefined,
      deleteAlarm: async () => undefined,
    };
  }
}
