import { wellFormed } from './well-formed.js';

/**
 * The address of a page from its path in a record.
 *
 * @param path decoded, without slashes at its ends, e.g. `women/new-arrivals`; empty for the home page.
 * @param query parameters in order; those that are undefined are left out.
 */
export function pageHref(
  path: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const given = Object.entries(query).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `/${segments.map(encodeSegment).join('/')}${search === '' ? '' : `?${search}`}`;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(wellFormed(segment));
}
