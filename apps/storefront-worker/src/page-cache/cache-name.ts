import type { PublicStore } from '../registry/public-store.js';
import { storeUrl } from '../registry/store-url.js';

/**
 * Scheme and host that a page of a store names as its own: those of the store's URL, so that a request with
 * another host cannot put itself into a page that others get; without such a URL, those of the request.
 */
export function publicOrigin(store: PublicStore, requested: URL): string {
  return (storeUrl(store) ?? requested).origin;
}

/** What the cache takes for a store: pages that name another origin are other pages. */
export function cacheName(store: PublicStore, requested: URL): string {
  return storeUrl(store) ? store.code : `${store.code} ${requested.origin}`;
}

/** The store's code in a name that `cacheName` made. */
export function storeInCacheName(name: string): string {
  return name.split(' ', 1)[0] ?? name;
}
