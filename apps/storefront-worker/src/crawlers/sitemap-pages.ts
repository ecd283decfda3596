import type { CatalogReader, CategoryTreeRecord } from '@maho-storefront/kv-schema';
import { pageHref } from '../formatting/page-href.js';
import { blogListHref, blogPostHref } from '../pages/blog/blog-href.js';
import { CATALOG_PATH } from '../pages/catalog/catalog-href.js';
import type { Shop } from '../pages/shop.js';
import type { PageSubject } from '../store-views/page-subject.js';
import { flat, type ListingPageName } from './sitemap-plan.js';

/** A page of the store view that a sitemap names. */
export interface SitemapPage {
  /** With its leading slash. */
  path: string;
  subject: PageSubject;
}

/** All pages that show no product alone. */
export async function otherPages(
  reader: CatalogReader,
  { config, cmsPages = [] }: Shop,
  tree: CategoryTreeRecord,
): Promise<SitemapPage[]> {
  const posts = (await reader.blogPosts()) ?? [];
  return [
    { path: '/', subject: { kind: 'home' } },
    { path: pageHref(CATALOG_PATH), subject: { kind: 'catalog' } },
    ...flat(tree).map(({ id, path }) => page(pageHref(path), { kind: 'category', id })),
    ...cmsPages
      .filter(({ identifier }) => identifier !== config.cmsHomePage)
      .map(({ identifier }) => page(pageHref(identifier), { kind: 'cms', identifier })),
    ...(posts.length === 0 ? [] : [page(blogListHref(), { kind: 'blog' })]),
    ...posts.map(({ id, urlKey }) => page(blogPostHref(urlKey), { kind: 'post', id })),
  ];
}

/** The products of these listing pages, each once. */
export async function productPages(
  reader: CatalogReader,
  part: readonly ListingPageName[],
): Promise<SitemapPage[]> {
  const listings = await Promise.all(part.map(({ categoryId, page }) => reader.listing(categoryId, page)));
  const cards = listings.flatMap((listing) => listing?.products ?? []);
  const pages = new Map(cards.map(({ id, slug }) => [slug, page(pageHref(slug), { kind: 'product', id })]));
  return [...pages.values()];
}

function page(path: string, subject: PageSubject): SitemapPage {
  return { path, subject };
}
