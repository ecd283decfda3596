import { isFilePath, pagePath } from './page-path.js';

/** What a URL of content is on the storefront; null where it must not be there at all. */
export interface ContentUrl {
  url: string;
  /** Leads to another host. */
  isExternal: boolean;
}

export interface ContentUrls {
  /** @param url what a link leads to, character references decoded. */
  link(url: string): ContentUrl | null;
  /** @param url of a picture, character references decoded. */
  picture(url: string): string | null;
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const TWO_SLASHES = /^[/\\]{2}/;
const ONE_SLASH = /^[/\\]/;
/** Cut out of URLs by browsers, wherever they stand. */
const IGNORED = /[\t\n\r]/g;
/** Host of paths: any will do, it is never written. */
const ANY_ORIGIN = 'https://storefront.invalid';
const WEB_SCHEMES: ReadonlySet<string> = new Set(['http', 'https']);
const LINK_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * Turns URLs of content into URLs of the storefront. Schemes outside of a short list, `javascript:` and
 * `data:` among the others, have none.
 *
 * @param backendHosts host and port, as in `URL.host`; their scheme does not matter.
 */
export function contentUrls(backendHosts: ReadonlySet<string>): ContentUrls {
  const read = (text: string, schemes: ReadonlySet<string>) => readUrl(text, schemes, backendHosts);
  return {
    link(text) {
      const found = read(text, LINK_SCHEMES);
      if (found === null || typeof found === 'string') {
        return found === null ? null : { url: found, isExternal: false };
      }
      if (!found.isOwn) return { url: found.url.href, isExternal: true };
      const { pathname, search, hash } = found.url;
      return { url: pagePath(pathname) + search + hash, isExternal: false };
    },
    picture(text) {
      const found = read(text, WEB_SCHEMES);
      if (found === null || typeof found === 'string') return found;
      const { pathname, search, hash, href, origin } = found.url;
      const path = pagePath(pathname);
      // Any other file of the backend is served by the backend alone.
      const isServed = found.isOwn && (isFilePath(path) || origin === ANY_ORIGIN);
      return isServed ? path + search + hash : href;
    },
  };
}

/** @returns a string for what is kept as it is; null for what is dropped. */
function readUrl(
  text: string,
  schemes: ReadonlySet<string>,
  backendHosts: ReadonlySet<string>,
): string | { url: URL; isOwn: boolean } | null {
  const value = trimmed(text.replace(IGNORED, ''));
  const scheme = SCHEME.exec(value)?.[1]?.toLowerCase();
  if (value === '' || (scheme !== undefined && !schemes.has(scheme))) return null;
  if (scheme === undefined && !ONE_SLASH.test(value)) return value;
  if (scheme !== undefined && !WEB_SCHEMES.has(scheme)) return value;
  if (scheme === undefined && !TWO_SLASHES.test(value)) {
    const url = parsed(ANY_ORIGIN + value);
    return url && { url, isOwn: true };
  }
  const url = parsed(scheme === undefined ? `https:${value}` : value);
  return url && { url, isOwn: backendHosts.has(url.host) };
}

function parsed(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

/** Without what browsers cut off at the ends of a URL: spaces and control characters. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
}
