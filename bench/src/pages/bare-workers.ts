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

/** One record from KV, whose key is the path. */
export const BARE_KV_WORKER = `export default {
  async fetch(request, { CONTENT }) {
    const key = decodeURIComponent(new URL(request.url).pathname.slice(1));
    return new Response(await CONTENT.get(key));
  },
};`;
