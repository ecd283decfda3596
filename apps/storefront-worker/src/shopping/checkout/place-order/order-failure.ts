import { MahoConflictError, MahoTooManyRequestsError } from '@maho-storefront/maho-client';
import { MahoApiError, MahoRefusal } from '@maho-storefront/maho-client/shopping';
import type { OrderOutcome } from './order-outcome.js';

/** What kept an order from being placed; whatever no shopper caused is logged, not told. */
export function failureOf(
  error: unknown,
): Extract<OrderOutcome, { kind: 'refused' | 'too_many' | 'not_placed' }> {
  if (error instanceof MahoRefusal) {
    const { reason, said, fields } = error;
    return { kind: 'refused', reason, said, fields };
  }
  if (error instanceof MahoTooManyRequestsError) return { kind: 'too_many' };
  if (error instanceof MahoApiError) return { kind: 'not_placed' };
  throw error;
}

/** Another attempt is under way in Maho, or the one before, whose answer was lost: any 409, whatever it says. */
export function isInProgress(error: unknown): boolean {
  if (error instanceof MahoRefusal) return error.reason === 'order_in_progress';
  return error instanceof MahoConflictError;
}

/** Whether Maho itself has come to an end: a plain 500 is its own. After any other failure it may go on. */
export function hasEnded(error: unknown): boolean {
  return error instanceof MahoApiError && error.status === 500;
}

/** Whether Maho will not place this order, whenever it is sent again. */
export function isFinal(error: unknown): boolean {
  return error instanceof MahoRefusal && !['session_expired', 'sign_in_required'].includes(error.reason);
}
