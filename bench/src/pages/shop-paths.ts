import { type CategoryNode, parseKey, parseRecord } from '@maho-storefront/kv-schema';
import { STORE } from '../backend/shop-store.ts';
import type { WorkerApi } from '../runtime/worker-api.ts';
import type { PageType, PerPageType } from './page-types.ts';

/** CMS pages that Maho shows in place of others, and the one that is the home page: nobody finds them by address. */
const NOT_BY_ADDRESS: ReadonlySet<string> = new Set([
  'home',
  'no-route',
  'enable-cookies',
  'service-unavailable',
]);

/** Paths of all pages of each type, by what a sync put into KV. */
export async function shopPaths(api: WorkerApi): Promise<PerPageType<string[]>> {
  const keys = (await api.keyNames(`${STORE}:`)).map(parseKey).filter((key) => key !== null);
  const tree = parseRecord('categories', await api.record(`${STORE}:categories`)) ?? [];
  const paths: Record<PageType, string[]> = {
    home: ['/'],
    category: categoryPaths(tree),
    product: keys.flatMap((key) => (key.type === 'product' ? [`/${key.slug}`] : [])),
    'CMS page': keys.flatMap((key) => {
      return key.type === 'cms-page' && !NOT_BY_ADDRESS.has(key.identifier) ? [`/${key.identifier}`] : [];
    }),
    'blog post': keys.flatMap((key) => (key.type === 'blog-post' ? [`/blog/${key.urlKey}`] : [])),
  };
  for (const [type, found] of Object.entries(paths)) {
    if (found.length === 0) throw new Error(`The shop has no page of the type "${type}".`);
  }
  return paths;
}

function categoryPaths(tree: readonly CategoryNode[]): string[] {
  return tree.flatMap(({ path, children }) => [`/${path}`, ...categoryPaths(children)]);
}
