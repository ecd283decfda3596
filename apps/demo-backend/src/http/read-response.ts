import { cacheHeaders, etagOf, headEtagOf } from './caching.js';

/** `Link` to the documentation, on everything that is no error. */
export function docsLink(origin: string): string {
  return `<${origin}/api/docs.jsonld>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation"`;
}

export interface ReadAnswer {
  readonly body: string;
  readonly contentType: string;
  /** A customer's token came with the request: nothing may be shared. */
  readonly isSignedIn: boolean;
  readonly hasStoreParameter: boolean;
  /** Milliseconds. */
  readonly now: number;
}

/** The answer to GET or HEAD, with its validator, or 304. */
export function readResponse(request: Request, url: URL, answer: ReadAnswer): Response {
  const { body, contentType, isSignedIn, hasStoreParameter, now } = answer;
  const isHead = request.method === 'HEAD';
  const etag = isHead ? headEtagOf(body) : etagOf(body);
  const caching = cacheHeaders(url.pathname, hasStoreParameter);
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
      'Content-Type': contentType,
      ...caching,
      ...(isHead || isSignedIn ? { 'Cache-Control': 'no-cache, private' } : {}),
      Link: docsLink(url.origin),
      ETag: etag,
      Date: date,
    },
  });
}
