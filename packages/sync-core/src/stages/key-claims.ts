import type { KvKey } from '@maho-storefront/kv-schema';
import { isCategoryPath } from '../addresses/category-paths.js';
import type { IndexRow } from '../catalog-index/tables.js';
import type { RunContext } from '../run/run-context.js';
import type { SyncEntity } from '../run/sync-scope.js';
import { listingPageCount } from './listing-pages.js';

/** Which entity's complete reading proves that a key of a type is claimed by nothing. */
const ENTITY_OF_KEY: Readonly<Partial<Record<KvKey['type'], SyncEntity>>> = {
  config: 'config',
  countries: 'countries',
  categories: 'categories',
  menu: 'categories',
  'category-paths': 'categories',
  category: 'categories',
  listing: 'listings',
  product: 'products',
  'cms-page': 'cms-pages',
  'cms-pages': 'cms-pages',
  block: 'cms-blocks',
  'blog-post': 'blog-posts',
  'blog-posts': 'blog-posts',
  'blog-categories': 'blog-posts',
  redirect: 'redirects',
};

export function entityOfKey(key: KvKey): SyncEntity | null {
  return ENTITY_OF_KEY[key.type] ?? null;
}

/** Whether the index holds something that belongs under this key. */
export function isClaimed(context: RunContext, key: KvKey): boolean {
  const { index } = context.tools;
  switch (key.type) {
    case 'product':
      return index.count('products', { by: 'bySlug', equals: [key.slug] }) > 0;
    case 'category':
      return index.get('categories', [key.id])?.inTree === 1;
    case 'listing':
      return isListingPage(index.get('categories', [key.categoryId]), key.page);
    case 'cms-page':
      return hasContent(context, 'cms-page', key.identifier) && !isCategoryPath(index, key.identifier);
    case 'block':
      return hasContent(context, 'block', key.identifier);
    case 'blog-post':
      return hasContent(context, 'blog-post', key.urlKey);
    case 'redirect':
      return isLiveRedirect(context, key.path);
    default:
      // One of its kind in a store: written by every run that reads it.
      return true;
  }
}

function isListingPage(category: IndexRow<'categories'> | undefined, page: number): boolean {
  if (!category || category.inTree === 0) return false;
  // Not read yet: what stands in KV is the best there is.
  if (category.productCount < 0) return true;
  return page <= listingPageCount(category.productCount);
}

function hasContent(context: RunContext, type: string, address: string): boolean {
  return context.tools.index.count('contents', { by: 'byAddress', equals: [type, address] }) > 0;
}

function isLiveRedirect(context: RunContext, path: string): boolean {
  const { index, redirects } = context.tools;
  const row = index.get('redirects', [path]);
  if (!row || redirects.isOccupied(path)) return false;
  return redirects.addressOf({ type: row.type as 'product', id: row.id }) !== '';
}
