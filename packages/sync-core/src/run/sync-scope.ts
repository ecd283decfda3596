/**
 * What a run brings up to date. `changes` is what the backend says was saved since the last reading; `due` is
 * the work that the index itself asks for.
 */
export type SyncScope =
  | 'full'
  | 'config'
  | 'countries'
  | 'categories'
  | 'products'
  | 'cms-pages'
  | 'blog-posts'
  | 'changes'
  | 'products-by-id'
  | 'categories-by-id'
  | 'due';

/** Scopes of a run for ids that somebody names, each with the kind of entity they are ids of. */
const BY_ID = { 'products-by-id': 'product', 'categories-by-id': 'category' } as const;
type ByIdScope = keyof typeof BY_ID;

/** Whether a run of this scope is about ids that somebody names; such a run does not wait for a longer one. */
export function isById(scope: SyncScope): scope is ByIdScope {
  return scope in BY_ID;
}

/** Whether a run of this scope reads every page of the product listing and every category's order. */
export function isCrawl(scope: SyncScope): boolean {
  return scope === 'full' || scope === 'products';
}

/** Kind of entity that a by-id run is about. */
export function entityTypeOf(scope: ByIdScope): (typeof BY_ID)[ByIdScope] {
  return BY_ID[scope];
}

/** What can fail or be complete on its own. */
export type SyncEntity =
  | 'config'
  | 'countries'
  | 'categories'
  | 'products'
  | 'listings'
  | 'cms-pages'
  | 'cms-blocks'
  | 'blog-posts'
  | 'redirects'
  | 'deletes'
  | 'pulse'
  | 'reconcile';

export type StageName =
  | 'reconcile'
  | 'config'
  | 'countries'
  | 'categories'
  | 'category-details'
  | 'product-pages'
  | 'product-guard'
  | 'product-probes'
  | 'product-details'
  | 'listings'
  | 'category-tree'
  | 'cms-pages'
  | 'cms-blocks'
  | 'blog-categories'
  | 'blog-posts'
  | 'redirects'
  | 'deletes';

const CATEGORY_STAGES: readonly StageName[] = ['categories', 'category-details'];
const PRODUCT_STAGES: readonly StageName[] = [
  'product-pages',
  'product-guard',
  'product-probes',
  'product-details',
  'listings',
  'category-tree',
];
const CMS_STAGES: readonly StageName[] = ['cms-pages', 'cms-blocks', 'category-details'];
const BLOG_STAGES: readonly StageName[] = ['blog-categories', 'blog-posts'];

const STAGES: Readonly<Record<SyncScope, readonly StageName[]>> = {
  full: ['config', 'countries', ...CATEGORY_STAGES, ...PRODUCT_STAGES, ...CMS_STAGES, ...BLOG_STAGES],
  config: ['config'],
  countries: ['countries'],
  categories: [...CATEGORY_STAGES, 'listings', 'category-tree'],
  products: PRODUCT_STAGES,
  'cms-pages': CMS_STAGES,
  'blog-posts': BLOG_STAGES,
  // Blocks first: one that changed has all pages and posts read again, into which it may be rendered.
  changes: [
    'config',
    ...CATEGORY_STAGES,
    ...PRODUCT_STAGES,
    'cms-blocks',
    'cms-pages',
    'category-details',
    ...BLOG_STAGES,
  ],
  'products-by-id': ['product-details', 'listings', 'category-tree'],
  'categories-by-id': [...CATEGORY_STAGES, 'product-details', 'listings', 'category-tree'],
  due: ['category-details', 'product-details', 'cms-pages', ...BLOG_STAGES, 'listings', 'category-tree'],
};

/**
 * A run's stages in order. Every run begins by comparing the index with KV where that is called for, and
 * ends with redirects and deletes.
 */
export function stagesOf(scope: SyncScope): readonly StageName[] {
  return ['reconcile', ...STAGES[scope], 'redirects', 'deletes'];
}
