import { MahoApiError, MahoNotFoundError, MahoTooManyRequestsError } from '@maho-storefront/maho-client';
import { MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { BackendBusyError } from '../../deployment/backend-busy-error.js';
import { RequestError } from '../../http/request-error.js';
import { logError } from '../../log.js';
import { LIMIT_PERIOD_S } from '../limits/limit-period.js';
import { TooManyAttemptsError } from '../limits/too-many-attempts-error.js';
import { needsSignIn } from '../visit/signed-in.js';

/** The error that a script is told: what the shop's address is, and what it said, stays here. */
export function apiFailure(error: unknown, store: string): unknown {
  if (error instanceof TooManyAttemptsError) return tooMany(error.retryAfterS);
  if (error instanceof MahoTooManyRequestsError) return tooMany(LIMIT_PERIOD_S);
  if (error instanceof BackendBusyError) {
    const headers = { 'Retry-After': String(error.retryAfterS) };
    return new RequestError(503, error.code, error.message, headers);
  }
  if (needsSignIn(error)) {
    return new RequestError(401, 'session_expired', 'The customer’s session is over: sign in again.');
  }
  if (error instanceof MahoRefusal) return new RequestError(422, error.reason, error.said);
  if (error instanceof MahoNotFoundError)
    return new RequestError(404, 'not_found', 'The shop has no such thing.');
  if (error instanceof MahoApiError) {
    logError('api_call_failed', { store, reason: error.message });
    const status = error.code === 'bad_request' ? 400 : 502;
    return new RequestError(status, error.code, 'The shop could not answer this.');
  }
  return error;
}

function tooMany(retryAfterS: number): RequestError {
  const headers = { 'Retry-After': String(retryAfterS) };
  const message = `Too many requests. Try again in ${retryAfterS} seconds.`;
  return new RequestError(429, 'too_many_requests', message, headers);
}
