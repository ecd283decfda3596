import { keys, parseRecord } from '@maho-storefront/kv-schema';
import { authorizedCall } from '../auth/authorized-call.js';
import { deploymentPulse } from '../deployment/deployment-pulse.js';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute, type RouteContext } from '../http/route.js';
import type { PublicStore } from '../registry/public-store.js';
import { encodePath } from '../resolving/page-path.js';
import { SYSTEM_PAGES } from '../resolving/resolve-page.js';

const DEFAULT_LIMIT = 500;
const MAX_LIMIT = 5_000;

/**
 * `GET /cache/warm-urls?store=&limit=&cursor=`: addresses of pages in the order in which they are worth having in a
 * cache; home pages and categories first.
 */
export function addWarmUrlsRoute(app: App): void {
  addRoute(app, 'GET', '/cache/warm-urls', async (context) => {
    const { store } = await authorizedCall(context);
    const stores = await deploymentPulse(context.env).stores();
    const chosen = store === null ? stores : stores.filter(({ code }) => code === store);
    if (store !== null && chosen.length === 0) {
      throw new RequestError(400, 'unknown_store', `There is no store "${store}", or it was never synced.`);
    }
    return context.json(await warmUrls(context, chosen), 200, { 'Cache-Control': 'no-store' });
  });
}

async function warmUrls(context: RouteContext, stores: readonly PublicStore[]) {
  const limit = readLimit(context.req.query('limit'));
  const { code, cursor } = readCursor(context.req.query('cursor'));
  const first = code === null ? 0 : stores.findIndex((store) => store.code === code);
  if (first < 0) throw invalidCursor();
  const urls: string[] = [];
  let within = cursor;
  for (const store of stores.slice(first)) {
    const catalog = context.env.STORE_CATALOG.getByName(store.code);
    const part = await catalog.pagePaths(within, limit - urls.length);
    if (part === null) throw invalidCursor();
    const base = baseOf(store, context.req.url);
    const paths = part.paths.filter(await hasOwnPage(context.env.CONTENT, store.code));
    urls.push(...paths.map((path) => new URL(encodePath(path), base).href));
    if (part.next !== null) return { urls, next: `${store.code} ${part.next}` };
    const following = stores[stores.indexOf(store) + 1];
    if (urls.length >= limit && following) return { urls, next: following.code };
    within = null;
  }
  return { urls, next: null };
}

/** Some CMS pages have none: what the home page shows, and what Maho shows in place of others. */
async function hasOwnPage(kv: KVNamespace, store: string): Promise<(path: string) => boolean> {
  const config = parseRecord('config', await kv.get(keys.config(store), 'text'));
  return (path) => !SYSTEM_PAGES.has(path) && path !== (config?.cmsHomePage ?? 'home');
}

/** Where the pages of a store are; a store without a URL of its own is at the address that was asked. */
function baseOf({ url }: PublicStore, asked: string): string {
  return URL.canParse(url) ? url : asked;
}

function readCursor(text: string | undefined): { code: string | null; cursor: string | null } {
  if (text === undefined) return { code: null, cursor: null };
  const end = text.indexOf(' ');
  return end < 0 ? { code: text, cursor: null } : { code: text.slice(0, end), cursor: text.slice(end + 1) };
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new RequestError(400, 'invalid_limit', `limit must be a whole number from 1 to ${MAX_LIMIT}.`);
}

function invalidCursor(): RequestError {
  return new RequestError(400, 'invalid_cursor', 'cursor must be the "next" of an earlier answer.');
}
