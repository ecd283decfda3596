import { pageHref } from '../../formatting/page-href.js';
import type { ListingSort } from './listing-sort.js';

/**
 * Address of a page of a category's listing; what is the default is not in it.
 *
 * @param path of the category, without its leading slash.
 * @param page from 1.
 */
export function categoryHref(path: string, page = 1, sort: ListingSort = 'position'): string {
  return pageHref(path, {
    sort: sort === 'position' ? undefined : sort,
    page: page > 1 ? page : undefined,
  });
}
