import { type ContentHtml, contentHtml } from './content-html.js';

/**
 * `contentHtml` for what is known of a backend: the host of its API, and the one of its pages.
 *
 * @param pagesOrigin undefined while the store's configuration has not been read.
 */
export function backendHtml(apiUrl: string, pagesOrigin: string | undefined): ContentHtml {
  return contentHtml({ backendOrigins: pagesOrigin === undefined ? [apiUrl] : [apiUrl, pagesOrigin] });
}

/**
 * The origin of a store's `baseUrl`, always with https: Maho gives the scheme of whichever request filled
 * its cache, and only the host counts. Undefined for what is no URL.
 */
export function pagesOriginOf(baseUrl: string): string | undefined {
  return URL.canParse(baseUrl) ? `https://${new URL(baseUrl).host}` : undefined;
}
