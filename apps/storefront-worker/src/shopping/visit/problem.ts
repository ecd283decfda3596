import { MahoTooManyRequestsError } from '@maho-storefront/maho-client';
import { MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { refusalText, tooManyText } from '../../formatting/texts/refusals/index.js';
import { TooManyAttemptsError } from '../limits/too-many-attempts-error.js';
import { FormRefusal } from './form-refusal.js';
import { needsSignIn } from './signed-in.js';

/** Why something was not done, for the shopper to read: on the page it happened on. */
export interface Problem {
  /** Plain text. */
  message: string;
  status: 400 | 401 | 409 | 422 | 429 | 503;
  /** The refusal's reason, or `too_many_requests`: for scripts. */
  code: string;
  /** Names of the form's fields that it is about. */
  fields: readonly string[];
}

/**
 * What a shopper is told of an error. What no shopper can do anything about is thrown on, and so is what takes signing
 * in: the route leads there.
 */
export function problemOf(error: unknown, locale: string): Problem {
  if (error instanceof FormRefusal) return error.problem;
  if (needsSignIn(error)) throw error;
  if (error instanceof MahoRefusal) {
    const { reason, fields } = error;
    return { message: refusalText(error, locale), status: 422, code: reason, fields };
  }
  if (error instanceof MahoTooManyRequestsError || error instanceof TooManyAttemptsError) {
    return { message: tooManyText(locale), status: 429, code: error.code, fields: [] };
  }
  throw error;
}
