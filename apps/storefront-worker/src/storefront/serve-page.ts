import type { PageCache, Pulse, ReadRecorder, RenderedPage } from '@maho-storefront/edge-cache';
import { loadSitemap } from '../crawlers/load-sitemap.js';
import { robotsText } from '../crawlers/robots-text.js';
import type { LookupGate } from '../deployment/lookup-gate.js';
import type { Environment } from '../environment.js';
import { cacheName, publicOrigin } from '../page-cache/cache-name.js';
import { type IsolateRecords, pageReader } from '../page-cache/page-reader.js';
import { renderDocument } from '../pages/layout.js';
import { notFoundPage } from '../pages/not-found/not-found-page.js';
import type { PageAssets, Shop } from '../pages/shop.js';
import { platformClock } from '../platform/clock.js';
import type { PublicStore } from '../registry/public-store.js';
import { pagePath } from '../resolving/page-path.js';
import type { Settings } from '../settings.js';
import { backendLookup } from './backend-lookup.js';
import type { BackendLookup } from './catalog-search.js';
import { loadPage } from './load-page.js';
import { loadShop, type ShopRequest } from './load-shop.js';
import { type LoadedPage, lasting, type MovedPage, type PageAnswer } from './loaded-page.js';
import { NotSyncedError } from './not-synced-error.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { storeView } from './store-view.js';
import { suggestionsPage } from './suggestions-page.js';

/** Query parameters that pages read; any other makes no page of its own. */
export const KNOWN_QUERY = ['page', 'q', 'sort', 'suggest'] as const;

const HTML_HEADERS = { ...SECURITY_HEADERS, 'Content-Type': 'text/html; charset=utf-8' };

/** What pages of a deployment are served with. */
export interface PageService {
  environment: Environment;
  settings: Settings;
  cache: PageCache;
  records: IsolateRecords;
  /** The isolate's way to the backend. */
  gate: LookupGate;
  assets: PageAssets;
}

/** A shopper's request for a page of one store. */
export interface PageRequest {
  request: Request;
  /** The request's, parsed. */
  url: URL;
  store: PublicStore;
  stores: readonly PublicStore[];
}

/**
 * Answers a request for a page: from the cache where it is still true, rendered otherwise.
 *
 * @throws NotSyncedError before the store's first sync, MahoApiError, BackendFailedError or BackendBusyError where the
 * backend had to be asked.
 */
export function servePage(service: PageService, asked: PageRequest): Promise<Response> {
  const { request, url, store } = asked;
  return service.cache.respond(request, {
    store: cacheName(store, url),
    url,
    knownQuery: KNOWN_QUERY,
    render: (recorder, _signal, pulse) => renderPage(service, asked, recorder, pulse),
  });
}

/** The answer to a request for a page that this isolate holds; null where anything would have to be waited for. */
export function recallPage(
  cache: PageCache,
  { request, url, store }: Pick<PageRequest, 'request' | 'url' | 'store'>,
): Response | null {
  return cache.recall(request, { store: cacheName(store, url), url, knownQuery: KNOWN_QUERY });
}

/** Drops a page from the isolate's memory and the data centre's cache. */
export function forgetPage(
  cache: PageCache,
  { url, store }: Pick<PageRequest, 'url' | 'store'>,
): Promise<void> {
  return cache.forget(url, { store: cacheName(store, url), knownQuery: KNOWN_QUERY });
}

async function renderPage(
  { environment, settings, records, gate, assets }: PageService,
  { url, store, stores }: PageRequest,
  recorder: ReadRecorder,
  pulse: Pulse | null,
): Promise<RenderedPage> {
  const asked = pagePath(url.pathname);
  if (asked.kind === 'respelled') return moved({ movedTo: asked.to + url.search, isPermanent: true });
  if (url.pathname === '/robots.txt') return plainPage('text/plain', robotsText(publicOrigin(store, url)));
  const reader = pageReader({ kv: environment.CONTENT, store: store.code, recorder, records, pulse });
  const { hasImageResizing, hasDataLayer } = settings;
  const built = { assets, hasImageResizing, hasDataLayer };
  const shop = await loadShop(reader, shopRequest({ url, store, stores }, built));
  if (!shop) throw new NotSyncedError(store.code);
  const backend = backendLookup(environment, settings, gate, store.code) ?? NO_BACKEND;
  if (url.pathname === '/search' && url.searchParams.get('suggest') === '1') {
    return suggestionsPage(backend, shop, url.searchParams);
  }
  if (url.pathname === '/sitemap.xml') {
    const viewOf = (code: string) => storeView(environment, code);
    const sitemap = await loadSitemap(reader, shop, url.searchParams, viewOf);
    if (sitemap !== null) {
      return { ...plainPage('application/xml', sitemap.xml), askedBackend: sitemap.readsOthers };
    }
  }
  const sources = { ...storeView(environment, store.code, reader), backend };
  const answer: PageAnswer =
    asked.kind === 'impossible'
      ? lasting(notFoundPage(shop))
      : await loadPage(sources, shop, asked.path, url.searchParams);
  if ('movedTo' in answer) return moved(answer);
  return {
    status: answer.content.status,
    headers: Object.entries(htmlHeaders(answer)),
    body: renderDocument(shop, answer.content),
    endsAt: answer.endsAt,
    askedBackend: answer.askedBackend === true,
  };
}

/** What a page has to know of the request it is for. */
export function shopRequest(
  { url, store, stores }: Pick<PageRequest, 'url' | 'store' | 'stores'>,
  built: Pick<Shop, 'assets' | 'hasImageResizing' | 'hasDataLayer'>,
): ShopRequest {
  const origin = publicOrigin(store, url);
  const asked = pagePath(url.pathname);
  const path = asked.kind === 'page' ? `/${asked.path}` : '/';
  return { store, stores, origin, path, now: platformClock.now(), ...built };
}

/** Without a backend nothing is found; with one that fails, the error page says so. */
const NO_BACKEND: BackendLookup = {
  search: async () => ({ products: [], totalItems: 0 }),
  product: async () => null,
  resolve: async () => null,
};

function htmlHeaders({ retryAfterS }: LoadedPage): Record<string, string> {
  return retryAfterS === undefined ? HTML_HEADERS : { ...HTML_HEADERS, 'Retry-After': `${retryAfterS}` };
}

function plainPage(type: string, body: string): RenderedPage {
  return {
    headers: [['Content-Type', `${type}; charset=utf-8`], ...Object.entries(SECURITY_HEADERS)],
    body,
  };
}

function moved({ movedTo, isPermanent, askedBackend = false }: MovedPage): RenderedPage {
  return {
    status: isPermanent ? 301 : 302,
    headers: [['Location', movedTo], ...Object.entries(SECURITY_HEADERS)],
    body: '',
    askedBackend,
  };
}
