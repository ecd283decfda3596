import { MahoRefusal } from '@maho-storefront/maho-client/shopping';

/** Whether a cart is no longer there: ordered, expired, or never this shopper's. */
export function isGone(error: unknown): boolean {
  return error instanceof MahoRefusal && error.reason === 'cart_not_found';
}
