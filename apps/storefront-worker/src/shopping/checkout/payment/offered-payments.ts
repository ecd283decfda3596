import type { Cart, PaymentMethod } from '@maho-storefront/maho-client/shopping';
import type { PaymentAdapter } from './payment-adapter.js';
import { adapterFor } from './payment-adapters.js';

/** Maho's own method for an order that costs nothing. */
const FREE = 'free';

/**
 * The ways to pay for a cart that can be carried through here: those that need nothing but the order, and those that
 * have an adapter. An order that costs nothing is not paid in any other way.
 */
export function offeredPayments(cart: Cart, adapters: readonly PaymentAdapter[]): PaymentMethod[] {
  const usable = cart.availablePaymentMethods.filter(
    ({ code, isOffline }) => isOffline === true || adapterFor(adapters, code) !== undefined,
  );
  const free = usable.filter(({ code }) => code === FREE);
  const sorted = (methods: PaymentMethod[]) =>
    methods.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
  if (cart.prices.grandTotal === 0 && free.length > 0) return free;
  return sorted(usable.filter(({ code }) => code !== FREE));
}
