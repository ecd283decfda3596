type QueryValue = string | number | boolean;

/**
 * Query parameters; `undefined` is left out, booleans are sent as 1 and 0, a list once for each member. Keys such
 * as `parentId[gt]` work.
 */
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;

/**
 * The full URL of `path` (which starts with `/` and may carry a query string of its own) under `baseUrl`.
 *
 * A parameter of `query` replaces the same one of the path.
 *
 * @throws TypeError if the path does not start with a single `/`.
 */
export function requestUrl(baseUrl: string, path: string, query: Query = {}): string {
  if (!path.startsWith('/') || path.startsWith('//')) {
    throw new TypeError(`path must start with one slash and be relative to the API, got "${path}"`);
  }
  const url = new URL(baseUrl + path);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    const [first, ...others] = [value].flat().map(parameterText);
    if (first === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, first);
    for (const other of others) url.searchParams.append(name, other);
  }
  return url.href;
}

function parameterText(value: QueryValue): string {
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

/** Names of query parameters whose value must not reach a log; `urlKey` is none of them. */
const SECRET_NAME =
  /^(.*[-_.])?(secret|token|password|passwd|pass|auth|authorization|api[-_]?key|key|sig|signature)$/i;

/** Whoever knows a guest cart's masked id has the cart, and a gift card's code is money. */
const SECRET_SEGMENT = /(\/(?:guest-carts|giftcards)\/)[^/]+/g;

/** The URL for messages and events: no credentials, no fragment, secrets in path and query replaced. */
export function withoutSecrets(href: string): string {
  if (!URL.canParse(href)) return '(unreadable URL)';
  const url = new URL(href);
  url.username = '';
  url.password = '';
  url.hash = '';
  url.pathname = url.pathname.replace(SECRET_SEGMENT, '$1hidden');
  for (const name of new Set(url.searchParams.keys())) {
    if (SECRET_NAME.test(name)) url.searchParams.set(name, 'hidden');
  }
  return url.href;
}
