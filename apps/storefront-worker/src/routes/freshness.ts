import * as z from 'zod';
import { isWellFormed } from '../formatting/well-formed.js';
import { freshnessAnswer, tooManyLooks } from '../freshness/freshness-answer.js';
import { FreshnessGate } from '../freshness/freshness-gate.js';
import { readJsonBody, requireJsonType } from '../http/json-body.js';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute, type RouteContext } from '../http/route.js';
import { refuseOtherOrigins } from '../http/same-origin.js';
import { platformClock } from '../platform/clock.js';
import type { PublicStore } from '../registry/public-store.js';
import { cleanPath } from '../resolving/page-path.js';
import type { ShopPages } from '../storefront/shop-pages.js';

/** A path and a little around it. */
const MAX_BODY_BYTES = 4 * 1024;
const MAX_PATH_LENGTH = 1_000;

const bodySchema = z.object({
  path: z.string().max(MAX_PATH_LENGTH).startsWith('/').refine(isWellFormed),
});

/**
 * `POST /freshness {path}`: a visitor asks whether a page is still true. The Worker itself asks the backend for what
 * lives there; nothing is taken from the visitor but the path.
 */
export function addFreshnessRoute(app: App, pages: ShopPages): void {
  const gate = new FreshnessGate(() => platformClock.now());
  addRoute(app, 'POST', '/freshness', async (context) => {
    refuseOtherOrigins(context.req.raw);
    requireJsonType(context.req.raw);
    const { path, address } = readPath(await readJsonBody(context.req.raw, MAX_BODY_BYTES));
    const { code } = await askedStore(context, pages);
    const closedForMs = gate.closedForMs(code);
    if (closedForMs > 0) throw tooManyLooks(closedForMs);
    const freshness = await context.env.STORE_CATALOG.getByName(code).freshen(address);
    if (freshness.kind === 'refused') gate.close(code, freshness.retryAfterMs);
    const { status, body } = freshnessAnswer(freshness, path, platformClock.now());
    return context.json(body, status, { 'Cache-Control': 'no-store' });
  });
}

/** The path as it was sent, and the address it stands for. */
function readPath(body: Readonly<Record<string, unknown>>): { path: string; address: string } {
  const { success, data } = bodySchema.safeParse(body);
  if (!success) {
    const message = `Send {"path": "/chelsea-tee"}, the path of a page, at most ${MAX_PATH_LENGTH} characters.`;
    throw new RequestError(400, 'invalid_path', message);
  }
  const [pathname = ''] = data.path.split(/[?#]/, 1);
  return { path: pathname, address: cleanPath(pathname) ?? '' };
}

/** The store that `?store=` names, else the one whose pages the host shows. */
async function askedStore({ req, env }: RouteContext, pages: ShopPages): Promise<PublicStore> {
  const asked = await pages.find(req.raw, env);
  if (asked === null) {
    throw new RequestError(503, 'not_synced', 'This shop has not been synced yet.', { 'Retry-After': '60' });
  }
  const code = req.query('store')?.trim() ?? '';
  if (code === '') return asked.store;
  const store = asked.stores.find((candidate) => candidate.code === code);
  if (store !== undefined) return store;
  throw new RequestError(400, 'unknown_store', `There is no store "${code}".`);
}
