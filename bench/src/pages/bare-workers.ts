/**
 * Workers that do nothing but one thing, each what a page cannot be faster than. As text, because they run in
 * the local runtime and not here.
 */

/** A constant answer. */
export const TRIVIAL_WORKER = `export default { fetch: () => new Response('Hello') };`;

/** A look-up in the Cache API; PUT puts something there. */
export const BARE_MATCH_WORKER = `export default {
  async fetch(request) {
    if (request.method !== 'PUT') return caches.default.match(request.url);
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=3600' };
    await caches.default.put(request.url, new Response(request.body, { headers }));
    return new Response('kept');
  },
};`;

/** A page from a map in the isolate's memory, with as many headers as a shop's page has; PUT puts one there. */
export const BARE_PAGE_WORKER = `const pages = new Map();
const headers = new Headers({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'self'; img-src 'self' data: https: http:; object-src 'none'; base-uri 'none'",
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  etag: '"0123456789abcdef0123456789abcdef"',
  'cache-control': 'public, max-age=0, must-revalidate',
});
export default {
  async fetch(request) {
    if (request.method !== 'PUT') return new Response(pages.get(request.url), { headers });
    pages.set(request.url, new Uint8Array(await request.arrayBuffer()));
    return new Response('kept');
  },
};`;

/** One record from KV, whose key is the path. */
export const BARE_KV_WORKER = `export default {
  async fetch(request, { CONTENT }) {
    const key = decodeURIComponent(new URL(request.url).pathname.slice(1));
    return new Response(await CONTENT.get(key));
  },
};`;

/**
 * What no rendering gets round: a look-up that finds nothing, one record from KV, whose key is the path, and a page
 * of 20 KB that is kept after the answer.
 */
export const BARE_MISS_WORKER = `const page = new TextEncoder().encode('x'.repeat(20_000));
const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=3600' };
let count = 0;
export default {
  async fetch(request, { CONTENT }, context) {
    const { origin, pathname } = new URL(request.url);
    count += 1;
    await caches.default.match(origin + '/none/' + count);
    const record = await CONTENT.get(decodeURIComponent(pathname.slice(1)));
    context.waitUntil(caches.default.put(origin + '/page/' + (count % 60), new Response(page, { headers })));
    return new Response(record);
  },
};`;
