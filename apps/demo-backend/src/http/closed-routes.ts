import { ApiError, authenticationRequired, notFound } from './api-error.js';

/** Declared in Maho, but not for the public. */
const PRIVATE_READS =
  /^\/(product-attributes|attribute-sets|media|customers|addresses|orders|coupons|giftcards\/[^/]+|tax-[a-z]+|customer-groups|newsletter\/status|carts|shipments|invoices|credit-memos)(\/|$)/;

/** Resources that backend tokens may write. */
const WRITABLE =
  /^\/(products|categories|cms-pages|cms-blocks|blog-posts|blog-categories|media|orders|coupons)(\/\d+)?$/;

/** Declared for other methods only. */
const NO_READS: Readonly<Record<string, string>> = { '/giftcards': 'POST', '/inventory': 'PUT' };

function allowedMethods(path: string): string | undefined {
  const writable = WRITABLE.exec(path);
  if (writable === null) return NO_READS[path];
  return writable[2] === undefined ? 'GET, POST' : 'GET, PUT, DELETE';
}

/**
 * The error for a request that no route takes: 401 where it is closed, 405 where the method is wrong, else 404.
 * `declared` are the methods of the routes that are there.
 */
export function closedRouteError(
  method: string,
  path: string,
  url: string,
  declared: readonly string[],
): ApiError {
  const isRead = method === 'GET' || method === 'HEAD';
  if (isRead && PRIVATE_READS.test(path)) return authenticationRequired();
  const allowed = allowedMethods(path) ?? (declared.length > 0 ? declared.join(', ') : undefined);
  const noRoute = `No route found for "${method} ${url}"`;
  if (allowed === undefined) return notFound(noRoute);
  if (allowed.split(', ').includes(method)) return authenticationRequired();
  return new ApiError(405, `${noRoute}: Method Not Allowed (Allow: ${allowed})`);
}
