import type { Catalogue } from '../catalogue/catalogue.js';
import { HOST_PLACEHOLDER } from '../catalogue/store-view.js';
import type { Clock } from '../clock.js';
import type { Shop } from '../shop/shop.js';
import { answerShop, customerOf } from '../shop-api/shop-handler.js';
import { matchShopRoute, shopMethods } from '../shop-api/shop-routes.js';
import { ApiError } from './api-error.js';
import type { Answer, ApiRequest } from './api-request.js';
import { closedRouteError } from './closed-routes.js';
import { collectionBody, itemBody } from './envelope.js';
import { jsonResponse } from './json-response.js';
import { type Format, negotiate } from './negotiation.js';
import { phpInteger } from './page-window.js';
import { Query } from './query.js';
import { readResponse } from './read-response.js';
import type { ResponseCaches } from './response-caches.js';
import { ROUTES, type Route } from './routes.js';
import { currencyOf, storeOf } from './store-context.js';

export const API_PREFIX = '/api/rest/v2';

export interface ApiHandlerOptions {
  readonly catalogue: Catalogue;
  readonly caches: ResponseCaches;
  readonly shop: Shop;
  readonly now: Clock;
}

export interface RoutedAnswer {
  readonly response: Response;
  /** The route's name for the statistics. */
  readonly route: string;
}

interface Match {
  readonly route: Route;
  readonly captures: readonly string[];
  readonly format: Format | undefined;
}

function matchRoute(path: string): Match | undefined {
  // Items take a format suffix; collections do not (accept/extension-jsonld.json).
  const suffix = /^(\/.+\/\d+)\.(jsonld|json)$/.exec(path);
  const plain = suffix?.[1] ?? path;
  const format: Format | undefined =
    suffix === null ? undefined : suffix[2] === 'json' ? 'application/json' : 'application/ld+json';
  for (const route of ROUTES) {
    const found = route.pattern.exec(plain);
    if (found !== null) return { route, captures: found.slice(1), format };
  }
  return undefined;
}

function errorResponse(error: ApiError, origin: string): Response {
  const challenge = `Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource"`;
  return jsonResponse(error.status, error.body(), error.challenges ? { 'WWW-Authenticate': challenge } : {});
}

/** Answers requests below `/api/rest/v2` as Maho does; anything but an ApiError is a defect and passes through. */
export function createApiHandler(options: ApiHandlerOptions): (request: Request) => Promise<RoutedAnswer> {
  return async (request) => {
    const url = new URL(request.url);
    const query = new Query(url.search);
    const path = url.pathname.slice(API_PREFIX.length);
    if (request.method === 'OPTIONS') return { route: 'preflight', response: preflight() };
    const shopMatch = matchShopRoute(request.method, path);
    const match = matchRoute(path);
    const name = shopMatch?.route.name ?? (match === undefined ? 'none' : nameOf(match.route, query));
    try {
      const response =
        shopMatch === undefined
          ? answer(options, request, url, query, match)
          : await answerShop(options.shop, request, url, query, shopMatch);
      return { route: name, response };
    } catch (error) {
      if (error instanceof ApiError) return { route: name, response: errorResponse(error, url.origin) };
      throw error;
    }
  };
}

/** What a browser of another origin is told: nothing, which is no leave to go on (cart/54-options-on-cart.json). */
function preflight(): Response {
  return new Response(null, {
    headers: {
      'Content-Type': 'text/html; charset=UTF-8',
      'Cache-Control': 'no-cache, private',
      Vary: 'Origin',
    },
  });
}

function nameOf(route: Route, query: Query): string {
  return typeof route.name === 'string' ? route.name : route.name(query);
}

function answer(
  options: ApiHandlerOptions,
  request: Request,
  url: URL,
  query: Query,
  match: Match | undefined,
): Response {
  const { catalogue, caches, shop, now } = options;
  const path = url.pathname.slice(API_PREFIX.length);
  if (/.\/$/.test(path)) return withoutSlash(url);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (match === undefined || !isRead) {
    const declared = [...(match === undefined ? [] : ['GET']), ...shopMethods(path)];
    throw closedRouteError(request.method, path, `${url.origin}${url.pathname}`, declared);
  }
  const store = storeOf(catalogue, query, request.headers.get('X-Store-Code'));
  const isSignedIn = customerOf(shop, request.headers.get('Authorization')) !== undefined;
  const currency = currencyOf(store, request.headers.get('X-Currency-Code'));
  const format = match.format ?? negotiate(request.headers.get('Accept'));
  const id = phpInteger(match.captures[0] ?? '');
  const { captures } = match;
  const nowSeconds = Math.floor(now() / 1000);
  const asked: ApiRequest = {
    catalogue,
    caches,
    store,
    currency,
    query,
    path: url.pathname,
    captures,
    id,
    now: nowSeconds,
  };
  const body = bodyOf(match.route.handle(asked), asked, format);
  return readResponse(request, url, {
    body: body.replaceAll(HOST_PLACEHOLDER, url.origin),
    contentType: `${format}; charset=utf-8`,
    isSignedIn,
    hasStoreParameter: query.has('store'),
    now: now(),
  });
}

function withoutSlash(url: URL): Response {
  const target = `${url.origin}${url.pathname.replace(/\/+$/, '')}${url.search}`;
  return new Response(null, {
    status: 301,
    headers: { Location: target, 'Content-Type': 'text/html; charset=utf-8' },
  });
}

function bodyOf(answered: Answer, request: ApiRequest, format: Format): string {
  if (answered.kind === 'item') return JSON.stringify(itemBody(answered.record, answered.type, format));
  const { type, total, members, window } = answered;
  const { path, query } = request;
  return JSON.stringify(collectionBody({ type, path, total, members, window, query }, format));
}
