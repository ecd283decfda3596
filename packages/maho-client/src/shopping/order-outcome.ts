import { MahoApiError } from '../errors/maho-api-error.js';
import { MahoRefusal } from './errors/maho-refusal.js';

/** The request was answered before Maho began to place the order. */
const NOT_BEGUN: ReadonlySet<string> = new Set([
  'bad_request',
  'forbidden',
  'no_route',
  'not_found',
  'protocol_disabled',
  'redirected',
  'too_many_requests',
  'unauthorized',
  'unknown_store',
]);

/**
 * Whether an order may have been placed although placing it failed with this error.
 *
 * A lost answer, a broken one and any 5xx leave it open (Maho answers 500 for an incomplete cart too). Read the cart:
 * if it is `cart_not_found`, there most likely is an order; if it is still there, there is none, once Maho can no longer
 * be at it: behind a timeout or a gateway's error it may go on. So it is with a refusal with `cart_not_found` or
 * `order_in_progress` itself: another attempt was faster.
 */
export function mayHavePlacedOrder(error: unknown): boolean {
  if (error instanceof MahoRefusal) {
    const wasSent = error.status !== undefined;
    return wasSent && (error.reason === 'cart_not_found' || error.reason === 'order_in_progress');
  }
  return !(error instanceof MahoApiError) || !NOT_BEGUN.has(error.code);
}
