import { type MahoApiClientOptions, transportSettings } from '../client/client-options.js';
import { JsonTransport } from '../transport/json-transport.js';
import { Accounts } from './accounts.js';
import { AddressBook } from './address-book.js';
import { Carts } from './carts.js';
import { Checkout } from './checkout.js';
import { ContactForm } from './contact-form.js';
import { CustomerTokens } from './customer-tokens.js';
import { shopErrorFromResponse } from './errors/shop-error-from-response.js';
import { Newsletter } from './newsletter.js';
import { Orders } from './orders.js';
import { ProductReviews } from './product-reviews.js';
import { ShopCaller } from './shop-caller.js';
import { Wishlist } from './wishlist.js';

/** A shopper waits: one repetition of a read, and no longer than this for an answer. */
const DEFAULT_SHOP_TIMEOUT_MS = 15_000;
const DEFAULT_SHOP_RETRIES = 1;

/** Placing an order may talk to a payment provider and send mails before it answers. */
const DEFAULT_PLACE_ORDER_TIMEOUT_MS = 30_000;

/** What a `MahoShopClient` is made of. Only `baseUrl` is needed. */
export interface MahoShopClientOptions extends MahoApiClientOptions {
  /**
   * The headers in which the shop is told a shopper's address; `X-Forwarded-For` by default. The backend must trust
   * them from this caller, or its limits count all shoppers as one; none for a backend that does not.
   */
  readonly shopperAddressHeaders?: readonly string[] | undefined;
  /** 30,000 by default. */
  readonly placeOrderTimeoutMs?: number | undefined;
}

/**
 * Shopping over the Maho REST API v2: carts, checkout, orders, accounts.
 *
 * Only reads are ever repeated. Each call names the shopper it is made for; the client remembers nobody, so one may
 * serve them all. `timeoutMs` is 15,000 and `retries` 1 unless given.
 *
 * @example
 * const shop = new MahoShopClient({ baseUrl: 'https://shop.example', storeCode: 'en' });
 * const shopper = { address: request.headers.get('CF-Connecting-IP') ?? undefined };
 * const { maskedId } = await shop.carts.createForGuest(shopper);
 */
export class MahoShopClient {
  readonly carts: Carts;
  readonly checkout: Checkout;
  readonly orders: Orders;
  readonly tokens: CustomerTokens;
  readonly accounts: Accounts;
  readonly addresses: AddressBook;
  readonly wishlist: Wishlist;
  readonly reviews: ProductReviews;
  readonly newsletter: Newsletter;
  readonly contact: ContactForm;
  readonly #options: MahoShopClientOptions;

  /** @throws TypeError or RangeError that names the wrong option. */
  constructor(options: MahoShopClientOptions) {
    this.#options = options;
    const { placeOrderTimeoutMs = DEFAULT_PLACE_ORDER_TIMEOUT_MS } = options;
    const settings = transportSettings({
      ...options,
      timeoutMs: options.timeoutMs ?? DEFAULT_SHOP_TIMEOUT_MS,
      retries: options.retries ?? DEFAULT_SHOP_RETRIES,
    });
    const transport = new JsonTransport({ ...settings, errorFrom: shopErrorFromResponse });
    const caller = new ShopCaller(transport, {
      addressHeaders: checkedHeaderNames(options.shopperAddressHeaders ?? ['X-Forwarded-For']),
      usesBasicAuth: options.basicAuth !== undefined,
    });
    this.carts = new Carts(caller);
    this.checkout = new Checkout(caller, checkedTimeout(placeOrderTimeoutMs));
    this.orders = new Orders(caller);
    this.tokens = new CustomerTokens(caller);
    this.accounts = new Accounts(caller);
    this.addresses = new AddressBook(caller);
    this.wishlist = new Wishlist(caller);
    this.reviews = new ProductReviews(caller);
    this.newsletter = new Newsletter(caller);
    this.contact = new ContactForm(caller);
  }

  /** A client of another store view of the same backend. */
  withStore(storeCode: string): MahoShopClient {
    return new MahoShopClient({ ...this.#options, storeCode });
  }
}

function checkedHeaderNames(names: readonly string[]): readonly string[] {
  const wrong = names.find(
    (name) => !/^[A-Za-z][\w-]*$/.test(name) || name.toLowerCase() === 'authorization',
  );
  if (wrong === undefined) return names;
  throw new TypeError(`shopperAddressHeaders must be names of headers, got "${wrong}"`);
}

function checkedTimeout(ms: number): number {
  if (Number.isInteger(ms) && ms > 0) return ms;
  throw new RangeError(`placeOrderTimeoutMs must be a whole number of at least 1, got ${ms}`);
}
