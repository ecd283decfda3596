import { MahoApiError, MahoTooManyRequestsError } from '@maho-storefront/maho-client';
import { MahoRefusal } from '@maho-storefront/maho-client/shopping';
import { failureTexts, refusalText } from '../../formatting/texts/refusals/index.js';
import { logError } from '../../log.js';
import { TooManyAttemptsError } from '../limits/too-many-attempts-error.js';
import { FormRefusal } from './form-refusal.js';
import { needsSignIn } from './signed-in.js';

/** Why something was not done, for the shopper to read: on the page it happened on. */
export interface Problem {
  /** Plain text. */
  message: string;
  status: 400 | 401 | 409 | 422 | 429 | 503;
  /** The refusal's reason, `too_many_requests`, `not_accepted` or `backend_failed`: for scripts. */
  code: string;
  /** Names of the form's fields that it is about. */
  fields: readonly string[];
}

/** The shop has understood a request and refuses it in words that no rule knows. */
const NOT_ACCEPTED: ReadonlySet<string> = new Set(['bad_request', 'conflict', 'not_found']);

/**
 * What a shopper is told of an error: a form keeps what was typed, whatever the shop answers and if it does not.
 * Thrown on is what is no matter of the shop, and what takes signing in: the route leads there.
 */
export function problemOf(error: unknown, locale: string): Problem {
  if (error instanceof FormRefusal) return error.problem;
  if (needsSignIn(error)) throw error;
  if (error instanceof MahoRefusal) {
    const { reason, fields } = error;
    return { message: refusalText(error, locale), status: 422, code: reason, fields };
  }
  const { tooMany, notAccepted } = failureTexts(locale);
  if (error instanceof MahoTooManyRequestsError || error instanceof TooManyAttemptsError) {
    return { message: tooMany, status: 429, code: error.code, fields: [] };
  }
  if (!(error instanceof MahoApiError)) throw error;
  logError('form_failed', { reason: error.message });
  if (!NOT_ACCEPTED.has(error.code)) return noAnswerProblem(locale);
  return { message: notAccepted, status: 422, code: 'not_accepted', fields: [] };
}

/** What a shopper is told while the shop does not answer, or answers nonsense: it may have done what it was asked. */
export function noAnswerProblem(locale: string): Problem {
  return { message: failureTexts(locale).noAnswer, status: 503, code: 'backend_failed', fields: [] };
}
