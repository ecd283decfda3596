/** What a run brings up to date. `due` is the work that the index itself asks for. */
export type SyncScope =
  | 'full'
  | 'config'
  | 'countries'
  | 'categories'
  | 'products'
  | 'cms-pages'
  | 'blog-posts'
  | 'due';

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
  due: ['category-details', 'product-details', ...BLOG_STAGES, 'listings', 'category-tree'],
};

/**
 * A run's stages in order. Every run begins by comparing the index with KV where that is called for, and
 * ends with redirects and deletes.
 */
export function stagesOf(scope: SyncScope): readonly StageName[] {
  return ['reconcile', ...STAGES[scope], 'redirects', 'deletes'];
}
