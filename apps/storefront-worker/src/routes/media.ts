import { RequestError } from '../http/request-error.js';
import type { App, RouteContext } from '../http/route.js';
import { readSettings } from '../settings.js';

/** Pictures seldom change under one name; Maho gives a changed one another. */
const MEDIA_TTL_S = 24 * 60 * 60;
const MEDIA_TYPE = /^(?:image|video|audio|font)\/|^application\/pdf/;
const PASSED_HEADERS = ['content-type', 'content-length', 'etag', 'last-modified'];

/** `GET /media/…` and `/skin/…`: pictures that the shop's own texts show, fetched from the backend. */
export function addMediaRoutes(app: App): void {
  app.get('/media/*', answerMedia);
  app.get('/skin/*', answerMedia);
}

async function answerMedia(context: RouteContext): Promise<Response> {
  const { mahoApiUrl } = readSettings(context.env);
  if (mahoApiUrl === null) throw notThere(context);
  const { pathname } = new URL(context.req.url);
  const response = await fetch(new URL(pathname, mahoApiUrl), {
    redirect: 'manual',
    cf: { cacheEverything: true, cacheTtl: MEDIA_TTL_S },
  });
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !MEDIA_TYPE.test(type)) throw notThere(context);
  const headers = new Headers({
    'Cache-Control': `public, max-age=${MEDIA_TTL_S}`,
    // An SVG opened by itself is a document: it may run nothing.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  });
  for (const name of PASSED_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(response.body, { headers });
}

function notThere({ req }: RouteContext): RequestError {
  return new RequestError(404, 'no_media', `There is no picture at ${req.path}.`);
}
