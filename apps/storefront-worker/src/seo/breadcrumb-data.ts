import { pageHref } from '../formatting/page-href.js';
import { textsOf } from '../formatting/texts/index.js';
import type { Crumb } from '../pages/page-content.js';
import type { Shop } from '../pages/shop.js';

/** schema.org BreadcrumbList of a page, its home page first; null for a page without crumbs. */
export function breadcrumbData(shop: Shop, crumbs: readonly Crumb[]): object | null {
  if (crumbs.length === 0) return null;
  const all = [{ name: textsOf(shop.config.locale).home, path: '' }, ...crumbs];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ name, path }, n) => ({
      '@type': 'ListItem',
      position: n + 1,
      name,
      item: shop.origin + pageHref(path),
    })),
  };
}
