import { localeTag } from '../../formatting/locale-tag.js';
import { pageHref } from '../../formatting/page-href.js';
import { safeUrl } from '../../formatting/safe-url.js';
import type { Shop } from '../../pages/shop.js';

/** Store code → path there, with its leading slash, of what this page shows. */
export type Alternates = ReadonlyMap<string, string>;

export interface StoreLink {
  code: string;
  name: string;
  /** Language tag, if the registry tells the store's locale. */
  language: string | undefined;
  /** This page in that store where it is known, else the store's home page. */
  href: string;
  /** Whether `href` shows the same content, so that it may be named as its translation. */
  isSamePage: boolean;
  isCurrent: boolean;
}

/** The stores of the deployment as links from this page; stores without an address are left out. */
export function storeLinks(shop: Shop, alternates: Alternates = new Map()): StoreLink[] {
  return shop.stores.flatMap((store) => {
    const isCurrent = store.code === shop.store.code;
    const base = isCurrent ? shop.origin : safeUrl(store.url)?.replace(/\/+$/, '');
    if (base === undefined) return [];
    const path = isCurrent ? shop.path : (alternates.get(store.code) ?? '/');
    const locale = isCurrent ? shop.config.locale : store.locale;
    return {
      code: store.code,
      name: store.name,
      language: locale === undefined ? undefined : localeTag(locale),
      href: base + pageHref(path),
      isSamePage: isCurrent || shop.path === '/' || alternates.has(store.code),
      isCurrent,
    };
  });
}
