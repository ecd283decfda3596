import type { Order } from '@maho-storefront/maho-client/shopping';

/** States in which a shop has not begun with an order. */
const OPEN_STATES: ReadonlySet<string> = new Set(['new', 'pending', 'pending_payment']);

/** Whether a customer may still cancel an order; the shop has the last word. */
export function isCancellable({ state }: Pick<Order, 'state'>): boolean {
  return state !== undefined && OPEN_STATES.has(state);
}
