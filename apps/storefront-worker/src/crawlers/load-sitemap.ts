import type { CatalogReader } from '@maho-storefront/kv-schema';
import { localeTag } from '../formatting/locale-tag.js';
import { pageHref } from '../formatting/page-href.js';
import type { Shop } from '../pages/shop.js';
import { type StoreView, subjectPaths } from '../store-views/subject-paths.js';
import { type Translation, translationsOf } from '../store-views/translations.js';
import { pageNumber } from '../storefront/page-number.js';
import { otherPages, productPages, type SitemapPage } from './sitemap-pages.js';
import { planParts } from './sitemap-plan.js';
import { type SitemapEntry, sitemapIndexXml, urlSetXml } from './sitemap-xml.js';

export interface Sitemap {
  xml: string;
  /** It names pages of other store views: the store's own pulse does not tell when these change. */
  readsOthers: boolean;
}

/**
 * The sitemap of a store view: without a page number the list of its parts; part 1 holds everything but products,
 * the others the products that categories list. Each page comes with its translations in other store views, which are
 * looked up there, now. Null for a part that it does not have.
 *
 * @param viewOf another store view by its code.
 */
export async function loadSitemap(
  reader: CatalogReader,
  shop: Shop,
  query: URLSearchParams,
  viewOf: (code: string) => StoreView,
): Promise<Sitemap | null> {
  const tree = (await reader.categories()) ?? [];
  const parts = planParts(tree);
  if (!query.has('page')) {
    const numbers = [1, ...parts.map((_, n) => n + 2)];
    const addresses = numbers.map((page) => shop.origin + pageHref('sitemap.xml', { page }));
    return { xml: sitemapIndexXml(addresses), readsOthers: false };
  }
  const number = pageNumber(query.get('page'));
  if (number === 1) return sitemapOf(shop, await otherPages(reader, shop, tree), viewOf);
  const part = number === null ? undefined : parts[number - 2];
  return part === undefined ? null : sitemapOf(shop, await productPages(reader, part), viewOf);
}

async function sitemapOf(
  shop: Shop,
  pages: readonly SitemapPage[],
  viewOf: (code: string) => StoreView,
): Promise<Sitemap> {
  const others = shop.stores.filter(({ code }) => code !== shop.store.code);
  const views = new Map(others.map(({ code }) => [code, viewOf(code)]));
  const subjects = pages.map(({ subject }) => subject);
  const translations = await Promise.all(
    (await knownTranslations(shop, views)).map(async (translation) => {
      const view = views.get(translation.code);
      const paths = view ? await subjectPaths(view, subjects) : pages.map(({ path }) => path);
      return { ...translation, paths };
    }),
  );
  const entries = pages.map(({ path }, n): SitemapEntry => {
    const there = translations.flatMap(({ language, origin, paths }) => {
      const found = paths[n];
      return found ? [{ language, href: origin + found }] : [];
    });
    return { location: shop.origin + path, translations: there.length > 1 ? there : [] };
  });
  return { xml: urlSetXml(entries), readsOthers: others.length > 0 };
}

/** By what the store views themselves say of their language; one that was never synced says nothing. */
async function knownTranslations(shop: Shop, views: ReadonlyMap<string, StoreView>): Promise<Translation[]> {
  const languages = new Map([[shop.store.code, localeTag(shop.config.locale)]]);
  await Promise.all(
    [...views].map(async ([code, { reader }]) => {
      const config = await reader.config();
      if (config) languages.set(code, localeTag(config.locale));
    }),
  );
  return translationsOf(shop.store, shop.stores, ({ code }) => languages.get(code));
}
