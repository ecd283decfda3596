import { MahoApiError } from '@maho-storefront/maho-client';
import { BackendBusyError } from '../deployment/backend-busy-error.js';
import { type App, addRoute, type RouteContext, type RouteHandler } from '../http/route.js';
import { logError } from '../log.js';
import { errorDocument } from '../pages/error/error-document.js';
import type { PublicStore } from '../registry/public-store.js';
import { BackendFailedError } from '../storefront/backend-failed-error.js';
import { NotSyncedError } from '../storefront/not-synced-error.js';
import { SECURITY_HEADERS } from '../storefront/security-headers.js';
import { type ShopPages, stylesheetOf } from '../storefront/shop-pages.js';

/** A backend that is down, or a store that is being synced, is worth another try after this long. */
const RETRY_AFTER_S = 30;

/**
 * Every GET that no other route answers is for a page of a shop.
 *
 * @param beforeFirstSync answers while the deployment has no store that was ever synced.
 */
export function addPageRoutes(app: App, pages: ShopPages, beforeFirstSync: RouteHandler): void {
  const answerPage: RouteHandler = async (context, next) => {
    const asked = await pages.find(context.req.raw, context.env);
    if (asked === null) return beforeFirstSync(context, next);
    try {
      return await pages.serve(asked, context.env);
    } catch (error) {
      if (error instanceof NotSyncedError && context.req.path === '/') return beforeFirstSync(context, next);
      return answerError(context, asked.store, error);
    }
  };
  addRoute(app, 'GET', '/', answerPage);
  app.get('*', answerPage);
}

function answerError(context: RouteContext, store: PublicStore, error: unknown): Response {
  const retryAfterS = retryAfter(error);
  logError('page_failed', { store: store.code, reason: String(error) });
  const document = errorDocument({ stylesheet: stylesheetOf(store), locale: store.locale });
  const headers = {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-store',
    ...(retryAfterS === null ? {} : { 'Retry-After': `${retryAfterS}` }),
  };
  return context.html(document, retryAfterS === null ? 500 : 503, headers);
}

/** Seconds after which an error may have passed; null for one that will not pass by itself. */
function retryAfter(error: unknown): number | null {
  if (error instanceof BackendBusyError) return error.retryAfterS;
  const isPassing =
    error instanceof MahoApiError || error instanceof BackendFailedError || error instanceof NotSyncedError;
  return isPassing ? RETRY_AFTER_S : null;
}
