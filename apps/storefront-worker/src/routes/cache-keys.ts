import { storePrefix } from '@maho-storefront/kv-schema';
import { authorizedCall } from '../auth/authorized-call.js';
import { type App, addRoute } from '../http/route.js';
import { NamespaceKvStore } from '../platform/namespace-kv-store.js';

/** `GET /cache/keys?prefix=`: the names of all keys in KV, never a value. */
export function addCacheKeysRoute(app: App): void {
  addRoute(app, 'GET', '/cache/keys', async (context) => {
    const { store } = await authorizedCall(context);
    const prefix = narrowest(context.req.query('prefix') ?? '', store === null ? '' : storePrefix(store));
    const keys = prefix === null ? [] : await keyNames(context.env.CONTENT, prefix);
    return context.json({ keys }, 200, { 'Cache-Control': 'no-store' });
  });
}

/** The prefix that stands for both, or null where no key has both. */
function narrowest(a: string, b: string): string | null {
  if (a.startsWith(b)) return a;
  return b.startsWith(a) ? b : null;
}

async function keyNames(namespace: KVNamespace, prefix: string): Promise<string[]> {
  const kv = new NamespaceKvStore(namespace);
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof kv.list>> = await kv.list(prefix, cursor);
    for (const { name } of page.keys) names.push(name);
    cursor = page.cursor;
  } while (cursor !== null);
  return names;
}
