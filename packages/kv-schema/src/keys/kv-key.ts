/**
 * Every key of the contract, taken apart.
 *
 * `store` is a store-view code, `id` and `categoryId` are backend ids, `page` counts from 1, `path` is a path
 * of the storefront without its leading slash.
 */
export type KvKey =
  | { type: 'config'; store: string }
  | { type: 'categories'; store: string }
  | { type: 'menu'; store: string }
  | { type: 'category-paths'; store: string }
  | { type: 'category'; store: string; id: number }
  | { type: 'product'; store: string; slug: string }
  | { type: 'listing'; store: string; categoryId: number; page: number }
  | { type: 'cms-page'; store: string; identifier: string }
  | { type: 'cms-pages'; store: string }
  | { type: 'block'; store: string; identifier: string }
  | { type: 'blog-post'; store: string; urlKey: string }
  | { type: 'blog-posts'; store: string }
  | { type: 'blog-categories'; store: string }
  | { type: 'countries'; store: string }
  | { type: 'redirect'; store: string; path: string }
  | { type: 'pulse'; store: string }
  | { type: 'deployment-pulse' }
  | { type: 'stores' };

/** The name of a kind of key. */
export type KvKeyType = KvKey['type'];

/** UTF-8 bytes Workers KV allows for one key (https://developers.cloudflare.com/kv/platform/limits/). */
export const MAX_KEY_BYTES = 512;
