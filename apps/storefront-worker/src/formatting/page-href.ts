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
  return encodedPath(path) + queryText(query);
}

function encodedPath(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  return `/${segments.map(encodeSegment).join('/')}`;
}

function queryText(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(wellFormed(segment));
}
