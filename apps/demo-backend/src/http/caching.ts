import { createHash } from 'node:crypto';

const FULL_VARY = 'Authorization, Accept, X-Store-Code, X-Currency-Code';

/** Strong validator: the md5 of the body, quoted. */
export function etagOf(body: string): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

/** HEAD is answered with another validator of 16 digits; mixing the two never matches. */
export function headEtagOf(body: string): string {
  return `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`;
}

const CACHEABLE = /^\/api\/rest\/v2\/(store-config|countries|categories)(\/|$)/;

/** Cache-Control and Vary of a public GET: an hour for three resources, private when `?store=` was used. */
export function cacheHeaders(path: string, hasStoreParameter: boolean): Record<string, string> {
  if (!CACHEABLE.test(path)) return { 'Cache-Control': 'no-store, private', Vary: FULL_VARY };
  return hasStoreParameter
    ? { 'Cache-Control': 'max-age=3600, private', Vary: FULL_VARY }
    : { 'Cache-Control': 'max-age=3600, public', Vary: 'X-Currency-Code' };
}
