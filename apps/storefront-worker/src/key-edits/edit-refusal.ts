import type { KeyEditErrorCode } from '@maho-storefront/sync-core';
import { type ErrorStatus, RequestError } from '../http/request-error.js';
import type { KeyEditRefusal } from '../store-catalog/key-desk.js';

const STATUSES: Readonly<Record<KeyEditErrorCode, ErrorStatus>> = {
  foreign_key: 400,
  protected_key: 400,
  invalid_value: 400,
  unknown_key: 404,
  deferred: 503,
};

/** What a store made of an edit. @throws RequestError if it refused. */
export function acceptedEdit<Result extends object>(result: Result | KeyEditRefusal): Result {
  if (!('refused' in result)) return result;
  throw new RequestError(STATUSES[result.code], result.code, `${result.refused}.`);
}
