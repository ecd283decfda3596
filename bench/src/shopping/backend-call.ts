import type { SentRequest } from '../load/kept-connection.ts';
import { type GivenNames, placeOf, valueAt } from './given-names.ts';

/**
 * A request of the Worker to the backend, with places where it named what the backend had given out before: another
 * shopper's cart has another id.
 */
export type BackendCall = Readonly<SentRequest>;

/** A request as it was sent, with places for what was given out. */
export function withPlaces(sent: SentRequest, given: GivenNames): BackendCall {
  return mapped(sent, (value) => placeOf(value, given) ?? value);
}

/** A call as another shopper sends it. @throws Error for a place that nothing was given for yet. */
export function filledIn(call: BackendCall, given: GivenNames): SentRequest {
  return mapped(call, (value) => valueAt(value, given));
}

/** Ids stand between slashes of a path, and tokens fill a header; what is given out is never part of a body. */
function mapped(request: SentRequest, map: (value: string) => string): SentRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, map(value)]);
  return {
    ...request,
    target: request.target.split('/').map(map).join('/'),
    headers: Object.fromEntries(headers),
  };
}
