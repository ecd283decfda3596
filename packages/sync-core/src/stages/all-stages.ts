import { type AnyStage, anyStage } from '../run/stage.js';
import type { StageName } from '../run/sync-scope.js';
import { blogCategoriesStage, blogPostsStage } from './blog-stages.js';
import { categoriesStage } from './categories-stage.js';
import { categoryDetailsStage } from './category-details-stage.js';
import { categoryTreeStage } from './category-tree-stage.js';
import { cmsBlocksStage, cmsPagesStage } from './cms-stages.js';
import { configStage } from './config-stage.js';
import { countriesStage } from './countries-stage.js';
import { deletesStage } from './deletes-stage.js';
import { listingsStage } from './listings-stage.js';
import { productDetailsStage } from './product-details-stage.js';
import { productGuardStage } from './product-guard-stage.js';
import { productPagesStage } from './product-pages-stage.js';
import { productProbesStage } from './product-probes-stage.js';
import { reconcileStage } from './reconcile-stage.js';
import { redirectsStage } from './redirects-stage.js';

export const allStages: Readonly<Record<StageName, AnyStage>> = {
  reconcile: anyStage(reconcileStage),
  config: anyStage(configStage),
  countries: anyStage(countriesStage),
  categories: anyStage(categoriesStage),
  'category-details': anyStage(categoryDetailsStage),
  'product-pages': anyStage(productPagesStage),
  'product-guard': anyStage(productGuardStage),
  'product-probes': anyStage(productProbesStage),
  'product-details': anyStage(productDetailsStage),
  listings: anyStage(listingsStage),
  'category-tree': anyStage(categoryTreeStage),
  'cms-pages': anyStage(cmsPagesStage),
  'cms-blocks': anyStage(cmsBlocksStage),
  'blog-categories': anyStage(blogCategoriesStage),
  'blog-posts': anyStage(blogPostsStage),
  redirects: anyStage(redirectsStage),
  deletes: anyStage(deletesStage),
};
