import { type ContentHtml, contentHtml } from './content-html.js';

/**
 * `contentHtml` for what is known of the backend at the time: the host of its API, and the one that its own
 * pages have, once the store's configuration has been read.
 *
 * @param pagesOrigin origin of the backend's pages; undefined while it is not known.
 */
export function backendHtml(apiUrl: string, pagesOrigin: () => string | undefined): ContentHtml {
  let known = pagesOrigin();
  let current = contentHtml({ backendOrigins: originsOf(apiUrl, known) });
  function toHtml(html: string): string;
  function toHtml(html: string | undefined): string | undefined;
  function toHtml(html: string | undefined): string | undefined {
    const origin = pagesOrigin();
    if (origin !== known) {
      known = origin;
      current = contentHtml({ backendOrigins: originsOf(apiUrl, known) });
    }
    return current(html);
  }
  return toHtml;
}

/**
 * The origin of a store's `baseUrl`, always with https: Maho gives the scheme of whichever request filled
 * its cache, and only the host counts. Undefined for what is no URL.
 */
export function pagesOriginOf(baseUrl: string): string | undefined {
  return URL.canParse(baseUrl) ? `https://${new URL(baseUrl).host}` : undefined;
}

function originsOf(apiUrl: string, pagesOrigin: string | undefined): string[] {
  return pagesOrigin === undefined ? [apiUrl] : [apiUrl, pagesOrigin];
}
