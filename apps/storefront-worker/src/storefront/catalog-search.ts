import type { ProductCard, ProductRecord } from '@maho-storefront/kv-schema';

/** Products that the backend found, as the shop shows them. */
export interface SearchResult {
  products: ProductCard[];
  totalItems: number;
}

/**
 * Asks the backend, which alone knows what matches a search or what lives at a path that KV does not know.
 *
 * All throw BackendBusyError where the deployment has no look-up left, MahoApiError or BackendFailedError where the
 * backend does not answer.
 */
export interface BackendLookup {
  /** @param page from 1. */
  search(query: string, page: number, pageSize: number): Promise<SearchResult>;
  /** The product that the store's index knows at this path, as the backend has it now; null for none. */
  product(path: string): Promise<ProductRecord | null>;
  /** Present path, without a leading slash, of what the backend has at this path; null for nothing. */
  resolve(path: string): Promise<string | null>;
}
