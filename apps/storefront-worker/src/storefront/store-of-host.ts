import type { PublicStore } from '../registry/public-store.js';
import { storeUrl } from '../registry/store-url.js';

const DEMO_SUFFIX = '.localhost';

/**
 * The store view a host name asks for: the one whose URL has it, for `{code}.localhost` the one of that
 * code, else the first of the registry. Null when there is no store at all.
 */
export function storeOfHost(stores: readonly PublicStore[], host: string): PublicStore | null {
  return storeNamedBy(stores, host) ?? stores[0] ?? null;
}

/** The store view that a host name names; null for a host that any store would answer. */
export function storeNamedBy(stores: readonly PublicStore[], host: string): PublicStore | null {
  const wanted = host.toLowerCase();
  const named = stores.find((store) => storeUrl(store)?.host === wanted);
  if (named) return named;
  const [name = ''] = wanted.split(':');
  const code = name.endsWith(DEMO_SUFFIX) ? name.slice(0, -DEMO_SUFFIX.length) : null;
  return (code === null ? undefined : stores.find((store) => hostLabel(store.code) === code)) ?? null;
}

/** A store code as it stands in a host name, which knows no underscore. */
export function hostLabel(code: string): string {
  return code.toLowerCase().replaceAll('_', '-');
}
