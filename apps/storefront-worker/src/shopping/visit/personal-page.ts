import { renderDocument } from '../../pages/layout.js';
import type { PageContent } from '../../pages/page-content.js';
import { SECURITY_HEADERS } from '../../storefront/security-headers.js';
import type { Visit } from './visit.js';

/** A page that is one shopper's alone: nobody keeps it. */
export async function personalPage(visit: Visit, content: PageContent): Promise<Response> {
  const document = renderDocument(await visit.shop(), { ...content, robots: 'noindex, nofollow' });
  return visit.context.html(document, content.status, {
    ...SECURITY_HEADERS,
    'Cache-Control': 'private, no-store',
  });
}

/** Where to go after a form: a reload there sends nothing again. */
export function seeOther({ context }: Visit, path: string): Response {
  context.header('Cache-Control', 'private, no-store');
  return context.redirect(path, 303);
}
