import type { CatalogIndex } from './ports/catalog-index.js';

/** Part of a store's addresses. */
export interface PagePaths {
  /** Paths without a leading slash; '' is the home page. */
  paths: string[];
  /** Where the next part begins; null after the last. */
  next: string | null;
}

interface Section {
  name: string;
  /** Addresses behind `after`, ascending; what is not listed is left out, so there may be fewer than `limit`. */
  read: (index: CatalogIndex, after: string, limit: number) => { path: string | null; position: string }[];
}

const SECTIONS: readonly Section[] = [
  { name: 'home', read: (_index, after) => (after === '' ? [{ path: '', position: 'done' }] : []) },
  { name: 'category', read: categories },
  { name: 'cms', read: contents('cms-page', '') },
  { name: 'blog', read: contents('blog-post', 'blog/') },
  { name: 'product', read: products },
];

/**
 * The addresses of a store's pages in the order in which they are worth having ready: home, categories, content,
 * listed products.
 *
 * @param cursor `next` of the part before; null for the first.
 * @param limit most addresses in one part, at least 1.
 * @throws RangeError for a cursor that is none.
 */
export function pagePaths(index: CatalogIndex, cursor: string | null, limit: number): PagePaths {
  const [first = '', ...rest] = (cursor ?? 'home:').split(':');
  const start = SECTIONS.findIndex(({ name }) => name === first);
  if (start < 0) throw new RangeError(`"${cursor}" is not a cursor of page addresses`);
  let after = rest.join(':');
  const paths: string[] = [];
  for (const section of SECTIONS.slice(start)) {
    for (;;) {
      const entries = section.read(index, after, limit - paths.length);
      paths.push(...entries.flatMap(({ path }) => (path === null ? [] : [path])));
      const last = entries.at(-1);
      if (paths.length >= limit && last) return { paths, next: `${section.name}:${last.position}` };
      if (!last) break;
      after = last.position;
    }
    after = '';
  }
  return { paths, next: null };
}

/** Where a product has its page; null for one that has none, or whose record was not written yet. */
export function productSlug(index: CatalogIndex, id: number): string | null {
  const row = index.get('products', [id]);
  return row === undefined || row.slug === '' || row.card === '' ? null : row.slug;
}

function categories(index: CatalogIndex, after: string, limit: number) {
  const rows = index.scan('categories', { after: [Number(after)], limit });
  return rows.map(({ id, path, inTree }) => ({ path: inTree === 1 ? path : null, position: String(id) }));
}

function contents(type: string, prefix: string): Section['read'] {
  return (index, after, limit) => {
    const scan = after === '' ? {} : { after: [Number(after)] };
    const rows = index.scan('contents', { equals: [type], limit, ...scan });
    return rows.map(({ id, address }) => ({ path: `${prefix}${address}`, position: String(id) }));
  };
}

function products(index: CatalogIndex, after: string, limit: number) {
  const rows = index.scan('products', { by: 'bySlug', after: [after], limit });
  return rows.map(({ slug, listed }) => ({ path: listed === 1 ? slug : null, position: slug }));
}
