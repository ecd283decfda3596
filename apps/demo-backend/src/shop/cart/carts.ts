import { randomBytes } from 'node:crypto';
import type { StoreView } from '../../catalogue/store-view.js';
import type { Sequences } from '../sequences.js';
import type { Cart } from './cart.js';
import { EMPTY_ADDRESS } from './cart-address.js';
import type { Purchase } from './purchase.js';

const MASKED_ID = /^[0-9a-f]{32}$/i;

/** All carts, active ones and those that have become orders. */
export class Carts {
  readonly #sequences: Sequences;
  readonly #byId = new Map<number, Cart>();
  readonly #byMaskedId = new Map<string, Cart>();

  constructor(sequences: Sequences) {
    this.#sequences = sequences;
  }

  get all(): Iterable<Cart> {
    return this.#byId.values();
  }

  create(store: StoreView, customerId: number | undefined, now: number): Cart {
    const cart: Cart = {
      id: this.#sequences.cart.next(),
      maskedId: randomBytes(16).toString('hex'),
      store,
      customerId,
      email: undefined,
      isActive: true,
      lines: [],
      billing: undefined,
      shipping: undefined,
      shippingMethod: undefined,
      paymentMethod: undefined,
      paymentData: {},
      couponCode: undefined,
      giftCards: new Map(),
      createdAt: now,
      updatedAt: now,
    };
    this.#byId.set(cart.id, cart);
    this.#byMaskedId.set(cart.maskedId, cart);
    return cart;
  }

  /** Whether a text could be the masked id of a cart. */
  isMaskedId(text: string): boolean {
    return MASKED_ID.test(text);
  }

  /** The active cart of a masked id; nothing for the number of a cart. */
  byMaskedId(maskedId: string): Cart | undefined {
    const cart = this.#byMaskedId.get(maskedId.toLowerCase());
    return cart?.isActive === true ? cart : undefined;
  }

  byId(id: number): Cart | undefined {
    const cart = this.#byId.get(id);
    return cart?.isActive === true ? cart : undefined;
  }

  /** The cart that a customer fills at present: the latest one. */
  ofCustomer(customerId: number): Cart | undefined {
    return [...this.#byId.values()].reverse().find((cart) => cart.customerId === customerId && cart.isActive);
  }

  /** Puts a purchase into a cart: onto the line that holds the same already, or onto a new one. */
  put(cart: Cart, purchase: Purchase, qty: number, now: number): void {
    this.#ensureAddresses(cart, now);
    const known = cart.lines.find((line) => line.purchase.key === purchase.key);
    if (known !== undefined) {
      known.qty += qty;
      known.purchase = purchase;
      return;
    }
    cart.lines.push({ id: this.#sequences.line.next(), purchase, qty, isSaved: false });
    for (let row = 0; row < purchase.childRows; row++) this.#sequences.line.next();
  }

  /** A cart gets its two addresses with its first item. */
  #ensureAddresses(cart: Cart, now: number): void {
    const create = () => ({ id: this.#sequences.cartAddress.next(), fields: EMPTY_ADDRESS, createdAt: now });
    cart.billing ??= create();
    cart.shipping ??= create();
  }
}
