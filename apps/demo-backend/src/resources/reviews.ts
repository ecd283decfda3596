import { type Answer, wholeCollection } from '../http/api-request.js';

/** `GET /reviews` is always empty for the public; reviews are read below their product. */
export function listReviews(): Answer {
  return wholeCollection('Review', []);
}
