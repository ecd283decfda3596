import { RequestError } from '../http/request-error.js';
import type { EntityName, Freshness } from '../store-catalog/freshness-desk.js';

/** What a visitor is answered who asked whether a page is still true. */
export interface FreshnessAnswer {
  status: 200 | 202;
  body: {
    /** Whether the backend is going to be asked. */
    accepted: boolean;
    type: EntityName['type'];
    id: number;
    /** When it was asked last; only where it is not asked again. */
    lookedAt?: string;
    secondsAgo?: number;
    message: string;
  };
}

/**
 * @param path as it was asked for.
 * @param now epoch ms.
 * @throws RequestError 404 for what is no product or category, 429 when too much was asked for.
 */
export function freshnessAnswer(freshness: Freshness, path: string, now: number): FreshnessAnswer {
  switch (freshness.kind) {
    case 'unknown':
      throw new RequestError(404, 'unknown_page', `There is no product and no category at ${path}.`);
    case 'refused':
      throw tooManyLooks(freshness.retryAfterMs);
    case 'recent':
      return { status: 200, body: recent(freshness, now) };
    case 'awaited':
    case 'begun':
      return { status: 202, body: accepted(freshness.entity) };
  }
}

/** @param retryAfterMs when another look may be asked for. */
export function tooManyLooks(retryAfterMs: number): RequestError {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  const message = `Too many pages of this shop are being looked at again. Try again in ${seconds} s.`;
  return new RequestError(429, 'too_many_looks', message, { 'Retry-After': `${seconds}` });
}

function accepted({ type, id }: EntityName): FreshnessAnswer['body'] {
  const message = `The shop is asked for the ${type} again. If it has changed, so does the page.`;
  return { accepted: true, type, id, message };
}

function recent(
  { entity: { type, id }, lookedAt }: Extract<Freshness, { kind: 'recent' }>,
  now: number,
): FreshnessAnswer['body'] {
  const secondsAgo = Math.max(0, Math.round((now - lookedAt) / 1_000));
  const message = `The shop was asked for the ${type} ${secondsAgo} s ago.`;
  return { accepted: false, type, id, lookedAt: new Date(lookedAt).toISOString(), secondsAgo, message };
}
