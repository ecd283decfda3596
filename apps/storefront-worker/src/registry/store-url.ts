import type { PublicStore } from './public-store.js';

const urls = new WeakMap<PublicStore, { url: URL | null }>();

/** A store's own address; null where its `url` is none. Parsed once for each object, whose `url` does not change. */
export function storeUrl(store: PublicStore): URL | null {
  const known = urls.get(store);
  if (known !== undefined) return known.url;
  const url = URL.canParse(store.url) ? new URL(store.url) : null;
  urls.set(store, { url });
  return url;
}
