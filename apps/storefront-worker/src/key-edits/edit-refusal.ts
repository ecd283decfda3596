import { type ErrorStatus, RequestError } from '../http/request-error.js';
import type { KeyEditRefusal } from '../store-catalog/key-desk.js';

const STATUSES: Readonly<Record<KeyEditRefusal['code'], ErrorStatus>> = {
  foreign_key: 400,
  protected_key: 400,
  invalid_value: 400,
  unknown_key: 404,
  deferred: 503,
  index_too_new: 503,
  busy: 503,
};

/** A slice that was waited for in vain has little left to do. */
const BUSY_RETRY_S = '10';

/** What a store made of an edit. @throws RequestError if it refused. */
export function acceptedEdit<Result extends object>(result: Result | KeyEditRefusal): Result {
  if (!('refused' in result)) return result;
  const headers = result.code === 'busy' ? { 'Retry-After': BUSY_RETRY_S } : {};
  throw new RequestError(STATUSES[result.code], result.code, `${result.refused}.`, headers);
}
