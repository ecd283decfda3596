import type { CatalogReader } from '@maho-storefront/kv-schema';
import { blogListPage } from '../pages/blog/blog-list-page.js';
import { blogPostPage } from '../pages/blog/blog-post-page.js';
import type { Shop } from '../pages/shop.js';
import { type LoadedPage, lasting } from './loaded-page.js';
import { pageNumber } from './page-number.js';

const POSTS_PER_PAGE = 12;
const CATEGORY_PREFIX = 'category/';

/**
 * The blog's list, one of its categories, or a post; null for none of them.
 *
 * @param path below `blog`, without slashes at its ends; '' for the list.
 */
export async function loadBlog(
  reader: CatalogReader,
  shop: Shop,
  path: string,
  query: URLSearchParams,
): Promise<LoadedPage | null> {
  if (path === '') return loadList(reader, shop, null, query);
  if (path.startsWith(CATEGORY_PREFIX))
    return loadList(reader, shop, path.slice(CATEGORY_PREFIX.length), query);
  const [post, categories] = await Promise.all([reader.blogPost(path), reader.blogCategories()]);
  return post && lasting(blogPostPage(shop, { post, categories: categories ?? [] }));
}

async function loadList(
  reader: CatalogReader,
  shop: Shop,
  categoryKey: string | null,
  query: URLSearchParams,
): Promise<LoadedPage | null> {
  const page = pageNumber(query.get('page'));
  const [all, categories] = await Promise.all([reader.blogPosts(), reader.blogCategories()]);
  const active = categories?.find(({ urlKey }) => urlKey === categoryKey);
  if (page === null || (categoryKey !== null && !active)) return null;
  const posts = (all ?? []).filter(({ categoryIds }) => !active || categoryIds.includes(active.id));
  const totalPages = Math.max(1, Math.ceil(posts.length / POSTS_PER_PAGE));
  if (page > totalPages) return null;
  const shown = posts.slice((page - 1) * POSTS_PER_PAGE, page * POSTS_PER_PAGE);
  return lasting(
    blogListPage(shop, { posts: shown, categories: categories ?? [], active, page, totalPages }),
  );
}
