const API_PATH = '/api/rest/v2';

/**
 * The address of the API, without a trailing slash, from that of the shop or of the API itself.
 *
 * @throws TypeError if it is not an absolute http(s) URL, or holds credentials (they belong into `basicAuth`).
 */
export function apiBaseUrl(sent: string): string {
  const url = parseUrl(sent);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TypeError(`baseUrl must start with https:// or http://, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new TypeError('baseUrl must not hold credentials: pass them as basicAuth, "user:password"');
  }
  const path = url.pathname.replace(/\/+$/, '');
  return url.origin + (path.endsWith(API_PATH) ? path : path + API_PATH);
}

function parseUrl(sent: string): URL {
  if (URL.canParse(sent)) return new URL(sent);
  throw new TypeError('baseUrl must be an absolute URL such as https://shop.example');
}
