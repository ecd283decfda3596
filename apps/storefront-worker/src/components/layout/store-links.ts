import { localeTag } from '../../formatting/locale-tag.js';
import { pageHref } from '../../formatting/page-href.js';
import { safeUrl } from '../../formatting/safe-url.js';
import type { Shop } from '../../pages/shop.js';
import { isSwitchHref, type PageSubject, switchHref } from '../../store-views/page-subject.js';
import { sharesCatalogue } from '../../store-views/translations.js';

export interface StoreLink {
  code: string;
  name: string;
  /** Language tag, if the registry tells the store's locale. */
  language: string | undefined;
  /** What this page is about in that store, or the address that finds it there; else the store's home page. */
  href: string;
  /** A search engine has no use for an address that only leads on. */
  rel: 'nofollow' | undefined;
  isCurrent: boolean;
}

/** The stores of the deployment as links from this page; stores without an address are left out. */
export function storeLinks(shop: Shop, subject: PageSubject = { kind: 'home' }): StoreLink[] {
  return shop.stores.flatMap((store) => {
    const isCurrent = store.code === shop.store.code;
    const base = isCurrent ? shop.origin : safeUrl(store.url)?.replace(/\/+$/, '');
    if (base === undefined) return [];
    const locale = isCurrent ? shop.config.locale : store.locale;
    const elsewhere = sharesCatalogue(shop.store, store) ? switchHref(subject) : '/';
    return {
      code: store.code,
      name: store.name,
      language: locale === undefined ? undefined : localeTag(locale),
      href: base + (isCurrent ? pageHref(shop.path) : elsewhere),
      rel: isCurrent || !isSwitchHref(elsewhere) ? undefined : 'nofollow',
      isCurrent,
    };
  });
}
