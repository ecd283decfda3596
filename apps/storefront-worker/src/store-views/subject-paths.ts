import type { CatalogReader, MenuNode } from '@maho-storefront/kv-schema';
import { pageHref } from '../formatting/page-href.js';
import { blogListHref, blogPostHref } from '../pages/blog/blog-href.js';
import { CATALOG_PATH } from '../pages/catalog/catalog-href.js';
import { SYSTEM_PAGES } from '../resolving/resolve-page.js';
import type { PageSubject } from './page-subject.js';

/** Where to look things up in one store view. */
export interface StoreView {
  reader: CatalogReader;
  /** Present addresses of products, in the order asked for; null for one that has no page. */
  slugsOf: (ids: number[]) => Promise<(string | null)[]>;
}

/**
 * Where a store view shows each of these: paths with their leading slash, in the order asked for; null for what it does
 * not have. Reads only what the kinds that are asked for need.
 */
export async function subjectPaths(
  { reader, slugsOf }: StoreView,
  subjects: readonly PageSubject[],
): Promise<(string | null)[]> {
  const kinds = new Set(subjects.map(({ kind }) => kind));
  const ids = subjects.flatMap((subject) => (subject.kind === 'product' ? [subject.id] : []));
  const [slugs, categories, pages, posts] = await Promise.all([
    ids.length > 0 ? slugsOf(ids) : [],
    kinds.has('category') ? reader.categoryPaths() : null,
    kinds.has('cms') ? contentPages(reader) : new Set<string>(),
    kinds.has('post') || kinds.has('blog') ? reader.blogPosts() : null,
  ]);
  const slugOf = new Map(ids.map((id, n) => [id, slugs[n] ?? null]));
  const categoryPath = new Map(addresses(categories ?? []));
  const urlKeyOf = new Map((posts ?? []).map(({ id, urlKey }) => [id, urlKey]));
  const pathOf = (subject: PageSubject): string | null => {
    switch (subject.kind) {
      case 'home':
        return '/';
      case 'catalog':
        return pageHref(CATALOG_PATH);
      case 'blog':
        return urlKeyOf.size === 0 ? null : blogListHref();
      case 'product':
        return hrefOrNull(slugOf.get(subject.id), pageHref);
      case 'category':
        return hrefOrNull(categoryPath.get(subject.id), pageHref);
      case 'post':
        return hrefOrNull(urlKeyOf.get(subject.id), blogPostHref);
      case 'cms':
        return pages.has(subject.identifier) ? pageHref(subject.identifier) : null;
    }
  };
  return subjects.map(pathOf);
}

/** Identifiers of the pages that have an address of their own. */
async function contentPages(reader: CatalogReader): Promise<Set<string>> {
  const [config, pages] = await Promise.all([reader.config(), reader.cmsPages()]);
  const identifiers = (pages ?? []).map(({ identifier }) => identifier);
  return new Set(
    identifiers.filter((identifier) => !SYSTEM_PAGES.has(identifier) && identifier !== config?.cmsHomePage),
  );
}

function* addresses(nodes: readonly MenuNode[]): Generator<[id: number, path: string]> {
  for (const { id, path, children } of nodes) {
    yield [id, path];
    yield* addresses(children);
  }
}

function hrefOrNull(name: string | null | undefined, href: (name: string) => string): string | null {
  return name === null || name === undefined ? null : href(name);
}
