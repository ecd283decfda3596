import { RequestError } from './request-error.js';

/**
 * Lets a form through only if a page of this origin sent it: a cookie's SameSite does not stop a page of another
 * host of the same site. Browsers name the origin on every POST.
 *
 * @throws RequestError 403.
 */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  // Sent over https and on localhost; true as well where a proxy gives the Worker another host name.
  if (site === 'same-origin') return;
  if (site === null && request.headers.get('origin') === new URL(request.url).origin) return;
  throw new RequestError(403, 'cross_origin', 'This form can only be sent from the page it is on.');
}
