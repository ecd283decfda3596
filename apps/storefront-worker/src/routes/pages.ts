import { waitUntil } from 'cloudflare:workers';
import { fingerprint } from '@maho-storefront/kv-schema';
import { MahoApiError } from '@maho-storefront/maho-client';
import { BackendBusyError } from '../deployment/backend-busy-error.js';
import { LookupGate } from '../deployment/lookup-gate.js';
import { ASSET_FILES, BUILD_HASH } from '../generated/assets.js';
import { type App, addRoute, type RouteContext, type RouteHandler } from '../http/route.js';
import { logError } from '../log.js';
import { isolatePageCache, isolateRecords } from '../page-cache/isolate-page-cache.js';
import { errorDocument } from '../pages/error/error-document.js';
import { pageAssets } from '../pages/page-assets.js';
import { platformClock } from '../platform/clock.js';
import type { PublicStore } from '../registry/public-store.js';
import { type Settings, settingsOf } from '../settings.js';
import { BackendFailedError } from '../storefront/backend-failed-error.js';
import { NotSyncedError } from '../storefront/not-synced-error.js';
import { SECURITY_HEADERS } from '../storefront/security-headers.js';
import { type PageService, servePage } from '../storefront/serve-page.js';
import { StoreDirectory } from '../storefront/store-directory.js';
import { storeOfHost } from '../storefront/store-of-host.js';

const assets = pageAssets(ASSET_FILES);
/** A backend that is down, or a store that is being synced, is worth another try after this long. */
const RETRY_AFTER_S = 30;

/**
 * Every GET that no other route answers is for a page of a shop.
 *
 * @param beforeFirstSync answers while the deployment has no store that was ever synced.
 */
export function addPageRoutes(app: App, beforeFirstSync: RouteHandler): void {
  const directory = new StoreDirectory();
  let isolate: Pick<PageService, 'cache' | 'records' | 'gate'> | null = null;
  const answerPage: RouteHandler = async (context, next) => {
    const settings = settingsOf(context.env);
    const url = new URL(context.req.url);
    const stores = await directory.stores(context.env, settings, platformClock.now());
    const store = storeOfHost(stores, url.host);
    if (store === null) return beforeFirstSync(context, next);
    isolate ??= {
      cache: isolatePageCache(context.env.CONTENT, assetHash(settings), settings),
      records: isolateRecords(settings),
      gate: new LookupGate({ now: platformClock.now, defer: waitUntil }),
    };
    const service = { environment: context.env, settings, ...isolate, assets };
    try {
      return await servePage(service, { request: context.req.raw, url, store, stores });
    } catch (error) {
      if (error instanceof NotSyncedError && context.req.path === '/') return beforeFirstSync(context, next);
      return answerError(context, store, error);
    }
  };
  addRoute(app, 'GET', '/', answerPage);
  app.get('*', answerPage);
}

function answerError(context: RouteContext, { code, theme, locale }: PublicStore, error: unknown): Response {
  const retryAfterS = retryAfter(error);
  logError('page_failed', { store: code, reason: String(error) });
  const document = errorDocument({ stylesheet: assets.stylesheet(theme), locale });
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

/** Stands for the code and files of a page, and for the variables it depends on. */
function assetHash({ hasImageResizing, stores }: Settings): string {
  return `${BUILD_HASH}-${fingerprint(JSON.stringify([hasImageResizing, stores]))}`;
}
