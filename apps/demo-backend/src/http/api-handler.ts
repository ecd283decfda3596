import type { Catalogue } from '../catalogue/catalogue.js';
import { HOST_PLACEHOLDER } from '../catalogue/store-view.js';
import type { Clock } from '../clock.js';
import { sendContact } from '../resources/contact.js';
import { ApiError } from './api-error.js';
import type { Answer, ApiRequest } from './api-request.js';
import { refuseBearer } from './authorization.js';
import { cacheHeaders, etagOf, headEtagOf } from './caching.js';
import { closedRouteError } from './closed-routes.js';
import { collectionBody, itemBody } from './envelope.js';
import { jsonResponse } from './json-response.js';
import { type Format, negotiate } from './negotiation.js';
import { phpInteger } from './page-window.js';
import { Query } from './query.js';
import type { ResponseCaches } from './response-caches.js';
import { ROUTES, type Route } from './routes.js';
import { currencyOf, storeOf } from './store-context.js';

export const API_PREFIX = '/api/rest/v2';

export interface ApiHandlerOptions {
  readonly catalogue: Catalogue;
  readonly caches: ResponseCaches;
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
    const match = matchRoute(url.pathname.slice(API_PREFIX.length));
    const name = match === undefined ? 'none' : nameOf(match.route, query);
    try {
      if (request.method === 'POST' && url.pathname === `${API_PREFIX}/contact`) {
        return { route: 'contact', response: await sendContact(request) };
      }
      return { route: name, response: answer(options, request, url, query, match) };
    } catch (error) {
      if (error instanceof ApiError) return { route: name, response: errorResponse(error, url.origin) };
      throw error;
    }
  };
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
  const { catalogue, caches, now } = options;
  if (/.\/$/.test(url.pathname.slice(API_PREFIX.length))) return withoutSlash(url);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (match === undefined || !isRead) {
    throw closedRouteError(
      request.method,
      url.pathname.slice(API_PREFIX.length),
      `${url.origin}${url.pathname}`,
      match !== undefined,
    );
  }
  const store = storeOf(catalogue, query, request.headers.get('X-Store-Code'));
  refuseBearer(request.headers.get('Authorization'));
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
  return written(request, url, query, body.replaceAll(HOST_PLACEHOLDER, url.origin), format, now());
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

function written(
  request: Request,
  url: URL,
  query: Query,
  body: string,
  format: Format,
  now: number,
): Response {
  const isHead = request.method === 'HEAD';
  const etag = isHead ? headEtagOf(body) : etagOf(body);
  const caching = cacheHeaders(url.pathname, query.has('store'));
  const vary = caching.Vary ?? '';
  const date = new Date(now).toUTCString();
  // Byte for byte: a weak validator, a list or `*` never matches.
  if (request.headers.get('If-None-Match') === etag) {
    return new Response(null, {
      status: 304,
      headers: { ETag: etag, Vary: vary, 'Cache-Control': 'no-cache, private', Date: date },
    });
  }
  return new Response(isHead ? null : body, {
    headers: {
      'Content-Type': `${format}; charset=utf-8`,
      ...caching,
      ...(isHead ? { 'Cache-Control': 'no-cache, private' } : {}),
      Link: `<${url.origin}/api/docs.jsonld>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation"`,
      ETag: etag,
      Date: date,
    },
  });
}
