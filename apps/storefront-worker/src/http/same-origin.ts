import { RequestError } from './request-error.js';

/**
 * Lets a form through only if a page of this origin sent it: a cookie's SameSite does not stop a page of another
 * host of the same site. Browsers name the origin on every POST.
 *
 * @throws RequestError 403.
 */
export function requireSameOrigin(request: Request): void {
  if (senderOf(request) === 'this-origin') return;
  throw new RequestError(403, 'cross_origin', 'This form can only be sent from the page it is on.');
}

/**
 * Keeps out what a page of another origin has a browser send. What comes from no browser names no origin and gets
 * through: a program needs no visitor to send it.
 *
 * @throws RequestError 403.
 */
export function refuseOtherOrigins(request: Request): void {
  if (senderOf(request) !== 'another-origin') return;
  throw new RequestError(403, 'cross_origin', 'Only pages of this shop may ask this.');
}

function senderOf({ headers, url }: Request): 'this-origin' | 'another-origin' | 'nobody-says' {
  const site = headers.get('sec-fetch-site');
  // Sent over https and on localhost; true as well where a proxy gives the Worker another host name.
  if (site !== null) return site === 'same-origin' ? 'this-origin' : 'another-origin';
  const origin = headers.get('origin');
  if (origin === null) return 'nobody-says';
  return origin === new URL(url).origin ? 'this-origin' : 'another-origin';
}
