import { CACHE_STATUS_HEADER } from './header-lists.js';
import type { RenderedPage } from './rendered-page.js';

const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([204, 205, 304]);

/** The answer with a page that nobody may keep: all its own headers, `private, no-store`, no ETag. */
export function uncachedAnswer(method: string, page: RenderedPage): Response {
  const headers = new Headers();
  for (const [name, value] of page.headers) headers.append(name, value);
  headers.delete('etag');
  headers.set('cache-control', 'private, no-store');
  headers.set(CACHE_STATUS_HEADER, 'BYPASS');
  const status = page.status ?? 200;
  const isEmpty = method === 'HEAD' || NULL_BODY_STATUSES.has(status);
  return new Response(isEmpty ? null : page.body, { status, headers });
}
