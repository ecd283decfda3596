import { pageQuery } from './page-query.js';

/** What makes two requests ask for the same page. */
export interface PageAddressParts {
  /** Stands for the code that renders: a page of another build is another page. */
  assetHash: string;
  store: string;
  /** As it was asked for; scheme, host and fragment do not matter. */
  url: URL;
  /** Names of the query parameters that pages of this kind read. */
  knownQuery: readonly string[];
}

/**
 * The name a page is kept under: a path with a query, to be appended to an origin.
 *
 * Two requests have one address if and only if asset hash, store, path and known query are the same. The path is
 * taken as the URL parser leaves it: `/a%62` and `/ab` stay apart, because a Worker may well redirect one to the
 * other, and a redirect kept under its own target's address would never end.
 * @throws URIError if the asset hash or the store holds half a surrogate pair.
 */
export function pageAddress({ assetHash, store, url, knownQuery }: PageAddressParts): string {
  const path = `/${segment(assetHash)}/${segment(store)}${url.pathname}`;
  const query = pageQuery(url, knownQuery);
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
}

/** A path segment that no URL parser takes for `.` or `..`, whatever the text is. */
function segment(text: string): string {
  return `~${encodeURIComponent(text)}`;
}
