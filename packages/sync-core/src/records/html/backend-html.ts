import { type ContentHtml, contentHtml } from './content-html.js';

/** What a store's configuration tells of where the backend is; nothing while it has not been read. */
export interface BackendPlaces {
  /** Origin of its pages. */
  pages?: string | undefined;
  /** Base URL of its media files, with a slash at its end. */
  media?: string | undefined;
}

/** `contentHtml` for what is known of a backend: the host of its API, and what its configuration tells. */
export function backendHtml(apiUrl: string, { pages, media }: BackendPlaces): ContentHtml {
  return contentHtml({ backendOrigins: pages === undefined ? [apiUrl] : [apiUrl, pages], mediaUrl: media });
}

/**
 * The origin of a store's `baseUrl`, always with https: Maho gives the scheme of whichever request filled
 * its cache, and only the host counts. Undefined for what is no URL.
 */
export function pagesOriginOf(baseUrl: string): string | undefined {
  return URL.canParse(baseUrl) ? `https://${new URL(baseUrl).host}` : undefined;
}

/** A store's `baseMediaUrl`, always with https and a slash at its end; undefined for what is no web address. */
export function mediaUrlOf(baseMediaUrl: string): string | undefined {
  if (!/^https?:\/\//i.test(baseMediaUrl) || !URL.canParse(baseMediaUrl)) return undefined;
  const { host, pathname } = new URL(baseMediaUrl);
  return `https://${host}${pathname}${pathname.endsWith('/') ? '' : '/'}`;
}
