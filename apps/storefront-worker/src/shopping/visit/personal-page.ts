import { renderDocument } from '../../pages/layout.js';
import type { PageContent } from '../../pages/page-content.js';
import type { Shop } from '../../pages/shop.js';
import { RETRY_AFTER_S } from '../../storefront/page-failure.js';
import { SECURITY_HEADERS } from '../../storefront/security-headers.js';
import { LIMIT_PERIOD_S } from '../limits/limit-period.js';
import type { Problem } from './problem.js';
import type { Visit } from './visit.js';

/**
 * A page that is one shopper's alone: nobody keeps it.
 *
 * @param around the visit's own shop, or one that says another path where the page belongs there.
 */
export async function personalPage(visit: Visit, content: PageContent, around?: Shop): Promise<Response> {
  const shop = around ?? (await visit.shop());
  const document = renderDocument(shop, { ...content, robots: 'noindex, nofollow' });
  return visit.context.html(document, content.status, {
    ...SECURITY_HEADERS,
    'Cache-Control': 'private, no-store',
    ...retryAfter(content.status),
  });
}

function retryAfter(status: number): Record<string, string> {
  if (status === 429) return { 'Retry-After': String(LIMIT_PERIOD_S) };
  return status === 503 ? { 'Retry-After': String(RETRY_AFTER_S) } : {};
}

/** Where to go after a form: a reload there sends nothing again. */
export function seeOther({ context }: Visit, path: string): Response {
  context.header('Cache-Control', 'private, no-store');
  return context.redirect(path, 303);
}

/** What a script of the page asked for, instead of a page. */
export function personalJson(
  { context }: Visit,
  body: object,
  status: 200 | Problem['status'] = 200,
): Response {
  return context.json(body, status, { 'Cache-Control': 'private, no-store' });
}
