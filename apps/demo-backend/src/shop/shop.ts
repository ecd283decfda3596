import { createHmac, randomBytes } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { StoreView } from '../catalogue/store-view.js';
import type { Clock } from '../clock.js';
import type { Cart } from './cart/cart.js';
import { Carts } from './cart/carts.js';
import type { BuyContext } from './cart/purchase.js';
import { type GiftCard, issuedGiftCards } from './checkout/gift-cards.js';
import { type CartTotals, collectTotals } from './checkout/totals.js';
import { Customers, SEEDED_CUSTOMERS } from './customer/customers.js';
import { CustomerTokens } from './customer/tokens.js';
import { IdempotentAnswers } from './idempotency.js';
import { Mailbox } from './mailbox.js';
import type { Order } from './order/order.js';
import { RateLimits } from './rate-limits.js';
import { Sequences } from './sequences.js';
import { DEFAULT_SHOP_SETTINGS, type ShopSettings } from './shop-settings.js';

/** Everything that shopping changes, in memory; the catalogue's stock is the one thing that it shares. */
export class Shop {
  readonly catalogue: Catalogue;
  readonly settings: ShopSettings;
  readonly now: Clock;
  readonly #initial: ShopSettings;
  sequences = new Sequences();
  carts = new Carts(this.sequences);
  customers = new Customers(this.sequences);
  orders = new Map<number, Order>();
  giftCards = new Map<string, GiftCard>();
  subscribers = new Set<string>();
  mailbox = new Mailbox();
  answers: IdempotentAnswers;
  tokens: CustomerTokens;
  limits: RateLimits;
  readonly #accountSecret = randomBytes(32);

  constructor(catalogue: Catalogue, now: Clock, settings: Partial<ShopSettings> = {}) {
    this.catalogue = catalogue;
    this.now = now;
    this.#initial = { ...DEFAULT_SHOP_SETTINGS, ...settings };
    this.settings = { ...this.#initial };
    this.tokens = new CustomerTokens(this.settings, now);
    this.limits = new RateLimits(this.settings, now);
    this.answers = new IdempotentAnswers(now);
    this.reset();
  }

  /** Forgets every cart, order, customer, token and setting; stock stays as it is. */
  reset(): void {
    Object.assign(this.settings, this.#initial);
    this.sequences = new Sequences();
    this.carts = new Carts(this.sequences);
    this.customers = new Customers(this.sequences);
    this.orders = new Map();
    this.giftCards = issuedGiftCards(this.settings.giftCards);
    this.subscribers = new Set();
    this.mailbox = new Mailbox();
    this.answers = new IdempotentAnswers(this.now);
    this.tokens = new CustomerTokens(this.settings, this.now);
    this.limits = new RateLimits(this.settings, this.now);
    for (const customer of SEEDED_CUSTOMERS) {
      this.customers.add(customer, this.catalogue.defaultStore, this.nowSeconds());
    }
  }

  /** Changes what the merchant has set up; new gift cards replace the old ones. */
  configure(changes: Partial<ShopSettings>): void {
    Object.assign(this.settings, changes);
    if (changes.giftCards !== undefined) this.giftCards = issuedGiftCards(changes.giftCards);
  }

  nowSeconds(): number {
    return Math.floor(this.now() / 1000);
  }

  buying(store: StoreView): BuyContext {
    return { catalogue: this.catalogue, store, settings: this.settings, now: this.nowSeconds() };
  }

  totals(cart: Cart): CartTotals {
    return collectTotals(this.catalogue, this.settings, cart, this.nowSeconds());
  }

  /** What turns a guest's order into an account; valid as long as the backend runs. */
  accountToken(order: Order): string {
    return `${order.id}.${createHmac('sha256', this.#accountSecret).update(String(order.id)).digest('base64url')}`;
  }
}
