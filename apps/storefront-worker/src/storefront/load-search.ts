import { LISTING_PAGE_SIZE } from '@maho-storefront/kv-schema';
import { BackendBusyError } from '../deployment/backend-busy-error.js';
import { pageEndsAt } from '../formatting/page-end.js';
import { notFoundPage } from '../pages/not-found/not-found-page.js';
import { busySearchPage, searchPage } from '../pages/search/search-page.js';
import type { Shop } from '../pages/shop.js';
import type { BackendLookup } from './catalog-search.js';
import { type LoadedPage, lasting } from './loaded-page.js';
import { pageNumber } from './page-number.js';

/** Longer texts are no search; Maho's own limit is 128. */
const MAX_QUERY_LENGTH = 128;

/** Search results by the backend's own search; not found for a page behind the last. */
export async function loadSearch(
  backend: BackendLookup,
  shop: Shop,
  parameters: URLSearchParams,
): Promise<LoadedPage> {
  const query = searchText(parameters);
  const page = pageNumber(parameters.get('page'));
  if (page === null) return lasting(notFoundPage(shop));
  if (query === '') {
    return lasting(searchPage(shop, { query, products: [], page: 1, totalItems: 0, totalPages: 1 }));
  }
  try {
    const { products, totalItems } = await backend.search(query, page, LISTING_PAGE_SIZE);
    const totalPages = Math.max(1, Math.ceil(totalItems / LISTING_PAGE_SIZE));
    if (page > totalPages) return { content: notFoundPage(shop), endsAt: null, askedBackend: true };
    return {
      content: searchPage(shop, { query, products, page, totalItems, totalPages }),
      endsAt: pageEndsAt(products, shop),
      askedBackend: true,
    };
  } catch (error) {
    if (!(error instanceof BackendBusyError)) throw error;
    return { content: busySearchPage(shop, query), endsAt: null, retryAfterS: error.retryAfterS };
  }
}

/** What was searched for, trimmed and cut to what the backend reads. */
export function searchText(parameters: URLSearchParams): string {
  return (parameters.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH);
}
