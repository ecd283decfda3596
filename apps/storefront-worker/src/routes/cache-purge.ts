import type { Plan } from '@maho-storefront/sync-core';
import * as z from 'zod';
import type { Access } from '../auth/access.js';
import { authorizedCall } from '../auth/authorized-call.js';
import { prefersAsync } from '../http/prefers-async.js';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute, type RouteContext } from '../http/route.js';
import { platformClock } from '../platform/clock.js';
import { type PurgedPage, purgePages } from '../purge/purge-pages.js';
import { type PurgeTarget, purgeTarget } from '../purge/purge-target.js';
import type { ShopPages } from '../storefront/shop-pages.js';

/**
 * Each page is one or two calls of the Cache API, of which an invocation has 50 on the free plan
 * (https://developers.cloudflare.com/workers/platform/limits/#cache-api-limits).
 */
const MAX_URLS: Readonly<Record<Plan, number>> = { free: 20, paid: 100 };

const urlsSchema = z.array(z.string().min(1)).min(1);

/**
 * `POST /cache/purge {urls}`: drops pages from this data centre's cache, and has the products and categories they show
 * looked at again.
 */
export function addCachePurgeRoute(app: App, pages: ShopPages): void {
  addRoute(app, 'POST', '/cache/purge', async (context) => {
    const { access, body, settings, store } = await authorizedCall(context);
    const urls = readUrls(body.urls, MAX_URLS[settings.plan]);
    const targets = await knownPages(context, pages, store, urls);
    requireOwnStore(access, targets);
    const now = platformClock.now();
    const until = prefersAsync(context.req.raw) ? now : now + settings.syncWaitMs;
    const purged = await purgePages({ environment: context.env, settings, pages }, targets, until);
    return answer(context, purged);
  });
}

function readUrls(given: unknown, most: number): string[] {
  const { success, data } = urlsSchema.max(most).safeParse(given);
  if (success) return [...new Set(data)];
  const message = `Send {"urls": ["https://shop.example/chelsea-tee", "/women"]}, 1 to ${most} URLs or paths.`;
  throw new RequestError(400, 'invalid_urls', message);
}

async function knownPages(
  { req, env }: RouteContext,
  pages: ShopPages,
  code: string | null,
  urls: readonly string[],
): Promise<PurgeTarget[]> {
  const asked = await pages.find(req.raw, env);
  if (asked === null) throw new RequestError(503, 'not_synced', 'No store has been synced yet.');
  const { stores, store: hostStore, url: requested } = asked;
  const store = code === null ? hostStore : stores.find((candidate) => candidate.code === code);
  if (store === undefined) {
    const known = stores.map((candidate) => candidate.code).join(', ');
    throw new RequestError(400, 'unknown_store', `There is no store "${code}". Known stores: ${known}.`);
  }
  return urls.map((given) => {
    const target = purgeTarget(given, { stores, store, hostStore, requested });
    if (target !== null) return target;
    const reason = 'is neither a path nor a URL of a page of a store of this deployment; nothing was purged.';
    throw new RequestError(400, 'unknown_url', `"${given.slice(0, 200)}" ${reason}`);
  });
}

function requireOwnStore(access: Access, targets: readonly PurgeTarget[]): void {
  if (access.scope === 'deployment') return;
  const foreign = targets.find(({ store }) => store.code !== access.store);
  if (foreign === undefined) return;
  const message = `"${foreign.given}" is no page of store "${access.store}", which this secret is for; nothing was purged.`;
  throw new RequestError(403, 'other_store', message);
}

function answer(context: RouteContext, purged: readonly PurgedPage[]): Response {
  const body = { purged: purged.length, urls: purged };
  const failed = purged.find(({ look }) => look === 'failed');
  if (failed !== undefined) {
    const message = `All were dropped from the cache, but ${failed.url} was not looked at: ${failed.reason ?? ''}`;
    return context.json({ error: 'look_failed', message, ...body }, 502);
  }
  const status = purged.some(({ look }) => look === 'under-way') ? 202 : 200;
  const applied = prefersAsync(context.req.raw) ? { 'Preference-Applied': 'respond-async' } : {};
  return context.json(body, status, applied);
}
