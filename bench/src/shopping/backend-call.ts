import type { SentRequest } from '../load/kept-connection.ts';
import { type GivenNames, placeOf, valueAt } from './given-names.ts';

/**
 * A request of the Worker to the backend, with places where it named what the backend had given out before: another
 * shopper's cart has another id.
 */
export type BackendCall = Readonly<SentRequest>;

/** Long and random enough to be found in a text. */
const SECRETS = ['{cart}', '{token}'];

/**
 * A request as it was sent, with places for what was given out.
 *
 * @throws Error where a body names the cart or a token: another shopper's call would be about this one's cart.
 */
export function withPlaces(sent: SentRequest, given: GivenNames): BackendCall {
  const named = SECRETS.find((place) => sent.body?.includes(given.get(place) ?? place));
  if (named !== undefined) throw new Error(`${sent.method} ${sent.target} has ${named} in its body.`);
  return mapped(sent, (value) => placeOf(value, given) ?? value);
}

/** A call as another shopper sends it. @throws Error for a place that nothing was given for yet. */
export function filledIn(call: BackendCall, given: GivenNames): SentRequest {
  return mapped(call, (value) => valueAt(value, given));
}

/** Ids stand between slashes of a path, and tokens fill a header. */
function mapped(request: SentRequest, map: (value: string) => string): SentRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, map(value)]);
  return {
    ...request,
    target: request.target.split('/').map(map).join('/'),
    headers: Object.fromEntries(headers),
  };
}
