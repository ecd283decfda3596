import * as z from 'zod';
import type { CartAddress, ShippingDestination } from './cart-address.js';
import { type CartRef, cartPath } from './cart-ref.js';
import { idempotencyHeader, type PlaceOrderRequest, placeOrderBody } from './place-order-request.js';
import { type Cart, cartSchema } from './schemas/cart.js';
import { type Order, orderSchema } from './schemas/order.js';
import { type PaymentMethod, paymentMethodSchema } from './schemas/payment-method.js';
import { type ShippingMethod, shippingMethodSchema } from './schemas/shipping-method.js';
import type { ShopCaller } from './shop-caller.js';
import type { Shopper } from './shopper.js';

/** From a cart to an order. */
export class Checkout {
  readonly #caller: ShopCaller;
  readonly #placeOrderTimeoutMs: number;

  constructor(caller: ShopCaller, placeOrderTimeoutMs: number) {
    this.#caller = caller;
    this.#placeOrderTimeoutMs = placeOrderTimeoutMs;
  }

  /** Taxes and shipping methods depend on it; the billing address stays as it is. */
  async setShippingAddress(cart: CartRef, address: CartAddress, shopper: Shopper): Promise<Cart> {
    return this.#put(cart, '/shipping-address', address, shopper);
  }

  /**
   * Always the full address: Maho's own `sameAsShipping` turns the street of both addresses into "Array"
   * (recording cart/39), so it is not offered.
   */
  async setBillingAddress(cart: CartRef, address: CartAddress, shopper: Shopper): Promise<Cart> {
    return this.#put(cart, '/billing-address', address, shopper);
  }

  /**
   * The ways to ship to an address, or to the cart's own; none without an address. A given address replaces the
   * cart's: Maho saves it.
   */
  async shippingMethods(
    cart: CartRef,
    shopper: Shopper,
    destination?: ShippingDestination,
  ): Promise<ShippingMethod[]> {
    const body = destination === undefined ? {} : { address: destination };
    const call = { method: 'POST', path: cartPath(cart, '/shipping-methods'), body } as const;
    // A guest is answered with the list, a customer with the cart.
    if (cart.maskedId !== undefined) return this.#caller.answer(call, z.array(shippingMethodSchema), shopper);
    return (await this.#caller.answer(call, cartSchema, shopper)).availableShippingMethods;
  }

  async setShippingMethod(
    cart: CartRef,
    { carrierCode, methodCode }: Pick<ShippingMethod, 'carrierCode' | 'methodCode'>,
    shopper: Shopper,
  ): Promise<Cart> {
    return this.#put(cart, '/shipping-method', { carrierCode, methodCode }, shopper);
  }

  async paymentMethods(cart: CartRef, shopper: Shopper): Promise<PaymentMethod[]> {
    const call = { method: 'GET', path: cartPath(cart, '/payment-methods') } as const;
    if (cart.maskedId !== undefined) return this.#caller.answer(call, z.array(paymentMethodSchema), shopper);
    return (await this.#caller.answer(call, cartSchema, shopper)).availablePaymentMethods;
  }

  async setPaymentMethod(
    cart: CartRef,
    methodCode: string,
    shopper: Shopper,
    additionalData?: Readonly<Record<string, unknown>>,
  ): Promise<Cart> {
    return this.#put(cart, '/payment-method', { methodCode, additionalData }, shopper);
  }

  /**
   * Turns a cart into an order; a guest's has the `accessToken` that opens its details once.
   *
   * Sent once, whatever happens. When it throws, ask `mayHavePlacedOrder` before anything is sent again.
   */
  async placeOrder(cart: CartRef, request: PlaceOrderRequest, shopper: Shopper): Promise<Order> {
    return this.#caller.answer(
      {
        method: 'POST',
        path: cartPath(cart, '/place-order'),
        body: placeOrderBody(request),
        headers: idempotencyHeader(request.idempotencyKey),
        timeoutMs: this.#placeOrderTimeoutMs,
      },
      orderSchema,
      shopper,
    );
  }

  #put(cart: CartRef, below: string, body: unknown, shopper: Shopper): Promise<Cart> {
    return this.#caller.answer({ method: 'PUT', path: cartPath(cart, below), body }, cartSchema, shopper);
  }
}
