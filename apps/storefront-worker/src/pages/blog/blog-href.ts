import { pageHref } from '../../formatting/page-href.js';

/** Address of a post. */
export function blogPostHref(urlKey: string): string {
  return pageHref(`blog/${urlKey}`);
}

/**
 * Address of a page of the blog's list, or of one of its categories.
 *
 * @param categoryKey url key of the category; undefined for all posts.
 * @param page from 1, which has no number in its address.
 */
export function blogListHref(categoryKey?: string, page = 1): string {
  const path = categoryKey === undefined ? 'blog' : `blog/category/${categoryKey}`;
  return pageHref(path, { page: page > 1 ? page : undefined });
}
