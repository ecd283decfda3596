import { blogCategoriesRecordSchema, blogPostIndexRecordSchema, blogPostRecordSchema } from './blog.js';
import { categoryRecordSchema } from './category.js';
import { categoryPathsRecordSchema, categoryTreeRecordSchema, menuRecordSchema } from './category-tree.js';
import { cmsBlockRecordSchema, cmsPageIndexRecordSchema, cmsPageRecordSchema } from './cms-page.js';
import { countriesRecordSchema } from './countries.js';
import { listingPageRecordSchema } from './listing-page.js';
import { productRecordSchema } from './product.js';
import { redirectRecordSchema } from './redirect.js';
import { storeConfigRecordSchema } from './store-config.js';

/** Key type → schema of the value under it, for every key a sync writes. */
export const recordSchemas = {
  config: storeConfigRecordSchema,
  categories: categoryTreeRecordSchema,
  menu: menuRecordSchema,
  'category-paths': categoryPathsRecordSchema,
  category: categoryRecordSchema,
  product: productRecordSchema,
  listing: listingPageRecordSchema,
  'cms-page': cmsPageRecordSchema,
  'cms-pages': cmsPageIndexRecordSchema,
  block: cmsBlockRecordSchema,
  'blog-post': blogPostRecordSchema,
  'blog-posts': blogPostIndexRecordSchema,
  'blog-categories': blogCategoriesRecordSchema,
  countries: countriesRecordSchema,
  redirect: redirectRecordSchema,
} as const;

/** Types of the keys a sync writes and a page reads. */
export type RecordType = keyof typeof recordSchemas;
