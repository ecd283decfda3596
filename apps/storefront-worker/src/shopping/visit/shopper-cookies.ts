import type { CartRef } from '@maho-storefront/maho-client/shopping';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { RouteContext } from '../../http/route.js';
import { platformClock } from '../../platform/clock.js';
import { type CustomerSession, readSession, sessionText } from './customer-session.js';

/** Maho itself forgets a guest's cart after thirty days. */
const CART_S = 30 * 24 * 60 * 60;

/** A link in a mail opens the shop with the shopper's cart; no form of another site does. */
const ATTRIBUTES = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;

const MASKED_ID = /^[0-9a-f]{32}$/;
const CART_NUMBER = /^[1-9]\d{0,14}$/;

/** What a browser keeps for a shopper: cart, session, last order, a guest's e-mail, the link of a mail about a password. */
const SHOPPER_COOKIES = ['cart', 'customer', 'order', 'email', 'reset'] as const;
export type ShopperCookie = (typeof SHOPPER_COOKIES)[number];

/**
 * The cookies of one request and of its answer. By `__Host-` a browser takes them from this host alone, and only over
 * https; development speaks plain http and has them without.
 */
export class ShopperCookies {
  readonly #context: RouteContext;
  readonly #isSecure: boolean;
  /** As it is by now, with what this request has changed. */
  #cart: string | null;
  #session: CustomerSession | null;
  #hasDroppedSession = false;

  constructor(context: RouteContext) {
    this.#context = context;
    this.#isSecure = new URL(context.req.url).protocol === 'https:';
    this.#cart = this.read('cart');
    this.#session = readSession(this.read('customer') ?? '', platformClock.now());
  }

  /** The shopper's cart; null without one, and for what cannot be one. A number is only a customer's. */
  get cart(): CartRef | null {
    if (this.#cart === null) return null;
    if (MASKED_ID.test(this.#cart)) return { maskedId: this.#cart };
    return this.#hasCartNumber && this.#session !== null ? { cartId: Number(this.#cart) } : null;
  }

  keepCart(cart: CartRef): void {
    this.#cart = cart.maskedId ?? String(cart.cartId);
    this.keep('cart', this.#cart, CART_S);
  }

  /** The session of a customer who has signed in; null without one, and for what cannot be one. */
  get session(): CustomerSession | null {
    return this.#session;
  }

  /** The token of a customer who has signed in. */
  get customerToken(): string | null {
    return this.#session?.token ?? null;
  }

  /** Whether a customer was here whose session is over, now or some time ago: only a customer's cart has a number. */
  get hasSessionEnded(): boolean {
    return this.#session === null && (this.#hasDroppedSession || this.#hasCartNumber);
  }

  keepSession(session: CustomerSession): void {
    this.#session = session;
    const leftS = session.endsAtS - Math.floor(platformClock.now() / 1_000);
    this.keep('customer', sessionText(session), leftS);
  }

  /** What came with the request, whatever was kept or dropped since. */
  read(name: ShopperCookie): string | null {
    return getCookie(this.#context, this.#nameOf(name)) ?? null;
  }

  keep(name: ShopperCookie, value: string, maxAgeS: number): void {
    setCookie(this.#context, this.#nameOf(name), value, { ...this.#attributes(), maxAge: maxAgeS });
  }

  drop(name: ShopperCookie): void {
    if (name === 'cart') this.#cart = null;
    if (name === 'customer') {
      this.#hasDroppedSession ||= this.#session !== null;
      this.#session = null;
    }
    deleteCookie(this.#context, this.#nameOf(name), this.#attributes());
  }

  /** Leaves nothing of the shopper in the browser: another may sit at it next. */
  dropAll(): void {
    for (const name of SHOPPER_COOKIES) this.drop(name);
    this.showCount(0);
  }

  /** The number at the cart's sign: pages that everybody gets have it filled in by a script, so it may read this one. */
  showCount(pieces: number): void {
    const attributes = { path: '/', sameSite: 'Lax', secure: this.#isSecure, maxAge: CART_S } as const;
    setCookie(this.#context, 'cart-count', String(pieces), attributes);
  }

  get #hasCartNumber(): boolean {
    return this.#cart !== null && CART_NUMBER.test(this.#cart);
  }

  #attributes(): CookieOptions {
    return { ...ATTRIBUTES, secure: this.#isSecure };
  }

  #nameOf(name: ShopperCookie): string {
    return this.#isSecure ? `__Host-${name}` : name;
  }
}
