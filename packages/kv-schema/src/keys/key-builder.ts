import { KeyTooLongError } from '../errors/key-too-long-error.js';
import { numberPart, textPart, utf8Length } from './key-part.js';
import { type KvKey, MAX_KEY_BYTES } from './kv-key.js';

/** UTF-8 bytes of one UTF-16 code unit at most. */
const MOST_BYTES_PER_UNIT = 3;

/**
 * The text of a key; different keys have different texts.
 * @throws KeyPartError if a text part is empty or a number is no positive safe integer.
 * @throws KeyTooLongError above 512 UTF-8 bytes, counted after percent-encoding.
 */
export function buildKey(key: KvKey): string {
  const text = keyText(key);
  if (text.length * MOST_BYTES_PER_UNIT <= MAX_KEY_BYTES) return text;
  const bytes = utf8Length(text);
  if (bytes > MAX_KEY_BYTES) throw new KeyTooLongError(text, bytes, MAX_KEY_BYTES);
  return text;
}

/**
 * What every key of a store begins with, for listing them. No other store's keys begin so: the code ends at a
 * colon, which codes cannot hold unescaped.
 * @throws KeyPartError if the store code is empty.
 */
export function storePrefix(store: string): string {
  return `${textPart('store', store)}:`;
}

function keyText(key: KvKey): string {
  if (key.type === 'deployment-pulse') return 'pulse';
  if (key.type === 'stores') return '_stores';
  return storePrefix(key.store) + withinStore(key);
}

function withinStore(key: Exclude<KvKey, { type: 'deployment-pulse' | 'stores' }>): string {
  switch (key.type) {
    case 'category':
      return `category:${numberPart('id', key.id)}`;
    case 'product':
      return `product:${textPart('slug', key.slug)}`;
    case 'listing':
      return `products:category:${numberPart('categoryId', key.categoryId)}:page:${numberPart('page', key.page)}`;
    case 'cms-page':
      return `cms:${textPart('identifier', key.identifier)}`;
    case 'block':
      return `block:${textPart('identifier', key.identifier)}`;
    case 'blog-post':
      return `blog:${textPart('urlKey', key.urlKey)}`;
    case 'redirect':
      return `redirect:${textPart('path', key.path)}`;
    default:
      return key.type;
  }
}

/**
 * One builder per key of the contract; errors as in {@link buildKey}.
 * @example await kv.get(keys.product('en', 'chelsea-tee'), 'json')
 */
export const keys = {
  config: (store: string): string => buildKey({ type: 'config', store }),
  categories: (store: string): string => buildKey({ type: 'categories', store }),
  menu: (store: string): string => buildKey({ type: 'menu', store }),
  categoryPaths: (store: string): string => buildKey({ type: 'category-paths', store }),
  category: (store: string, id: number): string => buildKey({ type: 'category', store, id }),
  product: (store: string, slug: string): string => buildKey({ type: 'product', store, slug }),
  listing: (store: string, categoryId: number, page: number): string =>
    buildKey({ type: 'listing', store, categoryId, page }),
  cmsPage: (store: string, identifier: string): string => buildKey({ type: 'cms-page', store, identifier }),
  cmsPages: (store: string): string => buildKey({ type: 'cms-pages', store }),
  block: (store: string, identifier: string): string => buildKey({ type: 'block', store, identifier }),
  blogPost: (store: string, urlKey: string): string => buildKey({ type: 'blog-post', store, urlKey }),
  blogPosts: (store: string): string => buildKey({ type: 'blog-posts', store }),
  blogCategories: (store: string): string => buildKey({ type: 'blog-categories', store }),
  countries: (store: string): string => buildKey({ type: 'countries', store }),
  redirect: (store: string, path: string): string => buildKey({ type: 'redirect', store, path }),
  pulse: (store: string): string => buildKey({ type: 'pulse', store }),
  deploymentPulse: buildKey({ type: 'deployment-pulse' }),
  stores: buildKey({ type: 'stores' }),
} as const;
