import { MahoApiError, MahoTooManyRequestsError } from '@maho-storefront/maho-client';
import { BackendBusyError } from '../deployment/backend-busy-error.js';
import { textsOf } from '../formatting/texts/index.js';
import type { RouteContext } from '../http/route.js';
import { wantsJson } from '../http/wants-json.js';
import { logError } from '../log.js';
import { errorDocument } from '../pages/error/error-document.js';
import type { PublicStore } from '../registry/public-store.js';
import { BackendFailedError } from './backend-failed-error.js';
import { NotSyncedError } from './not-synced-error.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { stylesheetOf } from './shop-pages.js';

/** A backend that is down, or a store that is being synced, is worth another try after this long. */
export const RETRY_AFTER_S = 30;

/** What a shopper sees where a page could not be made, or a script is told; the reason is for the log. */
export function answerPageFailure(context: RouteContext, store: PublicStore, error: unknown): Response {
  const retryAfterS = retryAfter(error);
  logError('page_failed', { store: store.code, reason: String(error) });
  const headers = {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-store',
    ...(retryAfterS === null ? {} : { 'Retry-After': `${retryAfterS}` }),
  };
  const status = statusOf(error, retryAfterS);
  if (wantsJson(context.req.raw)) {
    const { errorTitle, errorHint } = textsOf(store.locale ?? 'en');
    return context.json({ error: 'unavailable', message: `${errorTitle}. ${errorHint}` }, status, headers);
  }
  const document = errorDocument({ stylesheet: stylesheetOf(store), locale: store.locale });
  return context.html(document, status, headers);
}

function statusOf(error: unknown, retryAfterS: number | null): 429 | 500 | 503 {
  if (error instanceof MahoTooManyRequestsError) return 429;
  return retryAfterS === null ? 500 : 503;
}

/** Seconds after which an error may have passed; null for one that will not pass by itself. */
function retryAfter(error: unknown): number | null {
  if (error instanceof BackendBusyError) return error.retryAfterS;
  const isPassing =
    error instanceof MahoApiError || error instanceof BackendFailedError || error instanceof NotSyncedError;
  return isPassing ? RETRY_AFTER_S : null;
}
