import type { CartRef } from '@maho-storefront/maho-client/shopping';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { RouteContext } from '../../http/route.js';

/** Maho itself forgets a guest's cart after thirty days. */
const CART_S = 30 * 24 * 60 * 60;

/** A link in a mail opens the shop with the shopper's cart; no form of another site does. */
const ATTRIBUTES = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;

const MASKED_ID = /^[0-9a-f]{32}$/;
const CART_NUMBER = /^[1-9]\d{0,14}$/;
const TOKEN = /^[\w\-.~+/]+=*$/;

/** What a browser keeps for a shopper: which cart is theirs, who they are, and how much the cart's sign counts. */
export type ShopperCookie = 'cart' | 'customer' | 'order' | 'email';

/**
 * The cookies of one request and of its answer. By `__Host-` a browser takes them from this host alone, and only over
 * https; development speaks plain http and has them without.
 */
export class ShopperCookies {
  readonly #context: RouteContext;
  readonly #isSecure: boolean;

  constructor(context: RouteContext) {
    this.#context = context;
    this.#isSecure = new URL(context.req.url).protocol === 'https:';
  }

  /** The shopper's cart; null without one, and for what cannot be one. A number is only a customer's. */
  get cart(): CartRef | null {
    const value = this.read('cart');
    if (value === null) return null;
    if (MASKED_ID.test(value)) return { maskedId: value };
    return CART_NUMBER.test(value) && this.customerToken !== null ? { cartId: Number(value) } : null;
  }

  keepCart(cart: CartRef): void {
    this.keep('cart', cart.maskedId ?? String(cart.cartId), CART_S);
  }

  /** The token of a customer who has signed in; null without one, and for what cannot be one. */
  get customerToken(): string | null {
    const value = this.read('customer');
    return value !== null && TOKEN.test(value) ? value : null;
  }

  /** What came with the request, whatever was kept or dropped since. */
  read(name: ShopperCookie): string | null {
    return getCookie(this.#context, this.#nameOf(name)) ?? null;
  }

  keep(name: ShopperCookie, value: string, maxAgeS: number): void {
    setCookie(this.#context, this.#nameOf(name), value, { ...this.#attributes(), maxAge: maxAgeS });
  }

  drop(name: ShopperCookie): void {
    deleteCookie(this.#context, this.#nameOf(name), this.#attributes());
  }

  /** The number at the cart's sign: pages that everybody gets have it filled in by a script, so it may read this one. */
  showCount(pieces: number): void {
    const attributes = { path: '/', sameSite: 'Lax', secure: this.#isSecure, maxAge: CART_S } as const;
    setCookie(this.#context, 'cart-count', String(pieces), attributes);
  }

  #attributes(): CookieOptions {
    return { ...ATTRIBUTES, secure: this.#isSecure };
  }

  #nameOf(name: ShopperCookie): string {
    return this.#isSecure ? `__Host-${name}` : name;
  }
}
