import { SWITCH } from '../store-views/page-subject.js';

/** What is no page to find: a shopper's own, what only leads on, and what asks the backend anew for every address. */
const CLOSED_PATHS = ['/account', '/cart', '/checkout', '/search', `/${SWITCH}/`, '/*?*sort='] as const;

/**
 * `robots.txt` of a store view.
 *
 * @param origin scheme and host of the store view, without a slash at the end.
 */
export function robotsText(origin: string): string {
  return [
    'User-agent: *',
    ...CLOSED_PATHS.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
}
