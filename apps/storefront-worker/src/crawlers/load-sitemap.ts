import type { CatalogReader } from '@maho-storefront/kv-schema';
import { pageHref } from '../formatting/page-href.js';
import { blogListHref, blogPostHref } from '../pages/blog/blog-href.js';
import { CATALOG_PATH } from '../pages/catalog/catalog-href.js';
import type { Shop } from '../pages/shop.js';
import { pageNumber } from '../storefront/page-number.js';
import { flat, type ListingPageName, planParts } from './sitemap-plan.js';
import { sitemapIndexXml, urlSetXml } from './sitemap-xml.js';

/**
 * The sitemap of a store view: without a page number the list of its parts; part 1 holds everything but products,
 * the others the products that categories list. Null for a part that it does not have.
 */
export async function loadSitemap(
  reader: CatalogReader,
  shop: Shop,
  query: URLSearchParams,
): Promise<string | null> {
  const tree = (await reader.categories()) ?? [];
  const parts = planParts(tree);
  if (!query.has('page')) {
    const numbers = [1, ...parts.map((_, n) => n + 2)];
    return sitemapIndexXml(numbers.map((page) => shop.origin + pageHref('sitemap.xml', { page })));
  }
  const number = pageNumber(query.get('page'));
  if (number === 1) return urlSetXml(absolute(shop, await otherPages(reader, shop, tree)));
  const part = number === null ? undefined : parts[number - 2];
  return part === undefined ? null : urlSetXml(absolute(shop, await productPages(reader, part)));
}

async function otherPages(
  reader: CatalogReader,
  { config, cmsPages = [] }: Shop,
  tree: Parameters<typeof flat>[0],
): Promise<string[]> {
  const posts = (await reader.blogPosts()) ?? [];
  return [
    '/',
    pageHref(CATALOG_PATH),
    ...flat(tree).map(({ path }) => pageHref(path)),
    ...cmsPages
      .filter(({ identifier }) => identifier !== config.cmsHomePage)
      .map(({ identifier }) => pageHref(identifier)),
    ...(posts.length === 0 ? [] : [blogListHref()]),
    ...posts.map(({ urlKey }) => blogPostHref(urlKey)),
  ];
}

async function productPages(reader: CatalogReader, part: readonly ListingPageName[]): Promise<Set<string>> {
  const listings = await Promise.all(part.map(({ categoryId, page }) => reader.listing(categoryId, page)));
  return new Set(listings.flatMap((listing) => listing?.products.map(({ slug }) => pageHref(slug)) ?? []));
}

function* absolute({ origin }: Shop, paths: Iterable<string>): Generator<string> {
  for (const path of paths) yield origin + path;
}
