import type { CartRef } from '@maho-storefront/maho-client/shopping';
import type { Environment } from '../../../environment.js';
import type { Visit } from '../../visit/visit.js';
import type { Asker, CartCheck } from './order-attempt.js';
import type { OrderOutcome } from './order-outcome.js';
import type { OrderView, PlaceOrder } from './place-order.js';

/** As long as the object keeps what it shows. */
const ORDER_COOKIE_S = 24 * 60 * 60;

const ORDER_COOKIE = /^([0-9a-f]{64})\.([0-9a-f-]{36})$/;

/** The object that places the order of a cart. Its name is a hash: a cart's id opens the cart. */
export async function cartOrder(
  { PLACE_ORDER }: Environment,
  store: string,
  cart: CartRef,
): Promise<DurableObjectStub<PlaceOrder>> {
  const name = `${store} ${cart.maskedId ?? cart.cartId}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
  return PLACE_ORDER.getByName(hex.join(''));
}

export function cartCheck(visit: Visit, cart: CartRef): CartCheck {
  return { ...askerOf(visit), cart };
}

function askerOf({ asked, shopper: { address, token } }: Visit): Asker {
  return { store: asked.store.code, address, token };
}

/** Lets the shopper's browser come back to what became of an order. */
export function keepOrder(
  { cookies }: Visit,
  { id }: DurableObjectStub<PlaceOrder>,
  { ticket }: Extract<OrderOutcome, { ticket: string }>,
): void {
  cookies.keep('order', `${id.toString()}.${ticket}`, ORDER_COOKIE_S);
}

/** The order that the browser knows of; null without one, and for what was tampered with. */
export function keptOrder({
  cookies,
  context,
}: Visit): { order: DurableObjectStub<PlaceOrder>; ticket: string } | null {
  const [, id, ticket] = ORDER_COOKIE.exec(cookies.read('order') ?? '') ?? [];
  if (id === undefined || ticket === undefined) return null;
  const { PLACE_ORDER } = context.env;
  try {
    return { order: PLACE_ORDER.get(PLACE_ORDER.idFromString(id)), ticket };
  } catch (error) {
    // An id that this deployment cannot have given out.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What the shopper's browser may see of its order; null where there is nothing, or nothing any more. */
export async function viewOrder(visit: Visit): Promise<OrderView | null> {
  const kept = keptOrder(visit);
  if (kept === null) return null;
  const { order, ticket } = kept;
  const isPeek = visit.context.req.method === 'HEAD';
  return isPeek ? order.peek(ticket) : order.show(ticket, askerOf(visit));
}
