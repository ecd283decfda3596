import { type JsonObject, type JsonValue, objectsIn, stringIn } from '../json.js';
import type { Answered, SmallShop } from './small-shop.js';

/** An address as a cart takes it, in a place without tax. */
export const ADDRESS = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  street: ['1 Test St'],
  city: 'Portland',
  region: 'Oregon',
  postcode: '97035',
  countryId: 'US',
  telephone: '5550100',
};

/** All that an order needs beside its items. */
export const CHECKOUT = {
  email: 'guest@example.com',
  shippingAddress: ADDRESS,
  billingAddress: ADDRESS,
  shippingMethod: 'flatrate_flatrate',
  paymentMethod: 'checkmo',
};

/** A guest with a cart. */
export interface Guest {
  /** Path of the cart. */
  readonly path: string;
  add(body: JsonObject): Promise<Answered>;
  /** A call below the cart's path. */
  send(method: string, below: string, body?: JsonValue): Promise<Answered>;
}

/** Opens a guest's cart, in the default store view unless another one's number is given. */
export async function guestIn(shop: SmallShop, storeId?: number): Promise<Guest> {
  const opened = await shop.send('POST', '/guest-carts', storeId === undefined ? {} : { storeId });
  const path = `/guest-carts/${stringIn(opened.body.maskedId)}`;
  return {
    path,
    add: (body) => shop.send('POST', `${path}/items`, body),
    send: (method, below, body) => shop.send(method, `${path}${below}`, body),
  };
}

/** Headers of a customer who has signed in; `ada` by default. */
export async function signIn(
  shop: SmallShop,
  email = 'ada@example.com',
  password = 'analytical',
): Promise<{ readonly Authorization: string }> {
  const { body } = await shop.send('POST', '/auth/token', { email, password });
  return { Authorization: `Bearer ${stringIn(body.token)}` };
}

/** The line of a cart that was added last. */
export function lastLine({ body }: Answered): JsonObject {
  return objectsIn(body.items).at(-1) ?? {};
}

/** A figure of a cart or an order. */
export function priceOf({ body }: Answered, name: string): JsonValue | undefined {
  const { prices } = body;
  return typeof prices === 'object' && prices !== null && !Array.isArray(prices)
    ? Object.entries(prices).find(([key]) => key === name)?.[1]
    : undefined;
}
