import { waitUntil } from 'cloudflare:workers';
import { MahoApiClient } from '@maho-storefront/maho-client';
import * as z from 'zod';
import { deploymentPulse } from '../../deployment/deployment-pulse.js';
import { LookupGate } from '../../deployment/lookup-gate.js';
import { readJsonBody } from '../../http/json-body.js';
import { RequestError } from '../../http/request-error.js';
import { type App, methodNotAllowed, type RouteContext } from '../../http/route.js';
import { requireSameOrigin } from '../../http/same-origin.js';
import { platformClock } from '../../platform/clock.js';
import { requireSameBackend, storeBackend } from '../../registry/store-backend.js';
import { settingsOf } from '../../settings.js';
import type { PageRequest } from '../../storefront/serve-page.js';
import type { ShopPages } from '../../storefront/shop-pages.js';
import { addToCart } from '../cart/add-to-cart.js';
import { readCart } from '../cart/open-cart.js';
import { admit } from '../limits/admit.js';
import { keepSignedIn } from '../visit/keep-signed-in.js';
import { openVisit, type Visit } from '../visit/visit.js';
import { apiFailure } from './api-failure.js';
import { apiRead } from './api-resources.js';
import { cartItemFrom } from './cart-item-body.js';
import { publicCart } from './public-cart.js';

const PREFIX = '/api/';
/** A script waits no longer than a page does. */
const TIMEOUT_MS = 8_000;
const NOT_KEPT = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' };

/**
 * `/api/…` for a shop's own scripts: what is public in the shop's API, and the shopper's own cart. Cookies and
 * authorization stay here; the answer's headers are ours. There is no CORS: other sites get nothing.
 */
export function addApiRoutes(app: App, pages: ShopPages): void {
  const gate = new LookupGate({ now: platformClock.now, defer: waitUntil });
  app.all('/api/*', async (context) => {
    requireOwnScript(context.req.raw);
    const asked = await pages.find(context.req.raw, context.env);
    if (asked === null) throw new RequestError(503, 'not_synced', 'There is no store yet.');
    try {
      await admit(context, 'api');
      const answer = await answerApi(context, asked, pages, gate);
      return context.json(answer, 200, NOT_KEPT);
    } catch (error) {
      throw apiFailure(error, asked.store.code);
    }
  });
}

async function answerApi(
  context: RouteContext,
  asked: PageRequest,
  pages: ShopPages,
  gate: LookupGate,
): Promise<object> {
  const below = asked.url.pathname.slice(PREFIX.length);
  if (below === 'cart' || below === 'cart/items') {
    requireMethod(context, below === 'cart' ? 'GET' : 'POST');
    const visit = await keepSignedIn(await openVisit(context, asked, pages));
    return publicCart(below === 'cart' ? await readCart(visit) : await addItem(visit));
  }
  const read = apiRead(below, asked.url.searchParams);
  if (read === null)
    throw new RequestError(404, 'not_found', `There is no ${asked.url.pathname} for scripts.`);
  requireMethod(context, 'GET');
  const maho = publicReader(context, asked);
  const json = await gate.run(deploymentPulse(context.env), 'search', () =>
    maho.get(read.path, z.record(z.string(), z.unknown()), read.query, context.req.raw.signal),
  );
  return withoutDownloads(json);
}

async function addItem(visit: Visit) {
  const { raw } = visit.context.req;
  requireSameOrigin(raw);
  const type = raw.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) {
    throw new RequestError(415, 'unsupported_media_type', 'Send JSON, as application/json.');
  }
  return addToCart(visit, cartItemFrom(await readJsonBody(raw)));
}

/** The shop's API as anybody may read it. */
function publicReader({ env }: RouteContext, { store }: PageRequest): MahoApiClient {
  const settings = settingsOf(env);
  requireSameBackend(store, settings);
  const backend = storeBackend(settings, store.code);
  if (backend === null) throw new RequestError(503, 'misconfigured', 'MAHO_API_URL is not set.');
  const { baseUrl, basicAuth, workerAuth } = backend;
  return new MahoApiClient({
    baseUrl,
    storeCode: store.code,
    basicAuth: basicAuth ?? undefined,
    workerAuth: workerAuth ?? undefined,
    timeoutMs: TIMEOUT_MS,
    retries: 0,
  });
}

/** Older Maho publishes the paid files of a product with it. */
function withoutDownloads({ downloadableLinks: _, ...json }: Record<string, unknown>): object {
  return json;
}

function requireMethod(context: RouteContext, method: 'GET' | 'POST'): void {
  const sent = context.req.method === 'HEAD' ? 'GET' : context.req.method;
  if (sent !== method) throw methodNotAllowed(context, [method]);
}

/** Browsers say where a request comes from; another site's is refused, whatever it could read of the answer. */
function requireOwnScript({ headers }: Request): void {
  const site = headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') {
    throw new RequestError(403, 'cross_origin', 'Only pages of this shop may call this.');
  }
}
