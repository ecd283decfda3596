import { isWellFormed } from '../formatting/well-formed.js';
import type { PublicStore } from '../registry/public-store.js';
import { storeUrl } from '../registry/store-url.js';
import { cleanPath, encodePath } from '../resolving/page-path.js';
import { storeNamedBy } from '../storefront/store-of-host.js';

/** A page that is to be purged. */
export interface PurgeTarget {
  /** As it was sent. */
  given: string;
  store: PublicStore;
  url: URL;
  /** The clean spelling of its path, decoded, without slashes at its ends; '' is the home page. */
  path: string;
}

/** By whose light URLs and paths are read. */
export interface PurgeScope {
  stores: readonly PublicStore[];
  /** Whose paths are meant. */
  store: PublicStore;
  /** Whose pages the host shows that was asked. */
  hostStore: PublicStore;
  /** The request's. */
  requested: URL;
}

/** The page that a URL or a path names; null where no page of any store could be there. */
export function purgeTarget(given: string, scope: PurgeScope): PurgeTarget | null {
  if (!isWellFormed(given)) return null;
  const named = given.startsWith('/') ? namedByPath(given, scope) : namedByUrl(given, scope);
  if (named === null) return null;
  const path = cleanPath(named.url.pathname);
  return path === null ? null : { given, ...named, path };
}

/** The addresses under which a cache may hold the page: as it was named, and in its clean spelling. */
export function cachedUrls({ url, path }: PurgeTarget): URL[] {
  const clean = new URL(encodePath(path) + url.search, url);
  return clean.pathname === url.pathname ? [url] : [url, clean];
}

function namedByPath(given: string, { store, requested }: PurgeScope) {
  const { origin } = storeUrl(store) ?? requested;
  if (!URL.canParse(given, origin)) return null;
  const url = new URL(given, origin);
  // "//host/path" is no path.
  return url.origin === origin ? { store, url } : null;
}

function namedByUrl(given: string, { stores, hostStore, requested }: PurgeScope) {
  if (!URL.canParse(given)) return null;
  const url = new URL(given);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  const named = storeNamedBy(stores, url.host);
  if (named !== null) return { store: named, url };
  return url.host === requested.host ? { store: hostStore, url } : null;
}
