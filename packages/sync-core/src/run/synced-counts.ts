import type { RecordType } from '@maho-storefront/kv-schema';
import type { CatalogIndex } from '../ports/catalog-index.js';
import { SETTLED } from '../writing/settled.js';
import type { SyncedCounts } from './run-record.js';

/** Records of each type that are true in KV, by the index. */
export function syncedCounts(index: CatalogIndex): SyncedCounts {
  return {
    config: settledRecords(index, 'config'),
    categories: settledRecords(index, 'category'),
    products: settledRecords(index, 'product'),
    cmsPages: settledRecords(index, 'cms-page'),
    blogPosts: settledRecords(index, 'blog-post'),
    countries: settledRecords(index, 'countries'),
  };
}

/** Records of one type that are true in KV, by the index. */
export function settledRecords(index: CatalogIndex, type: RecordType): number {
  const all = index.count('records', { by: 'byEntity', equals: [type] });
  return all - index.count('records', { by: 'bySettled', equals: [SETTLED.no, type] });
}

/** Keys of the store that are true in KV, by the index; the registry's row stands for no key of the store. */
export function settledKeys(index: CatalogIndex): number {
  const registry = index.count('records', { by: 'byEntity', equals: ['stores'] });
  return index.count('records', {}) - unsettledKeys(index) - registry;
}

/** Keys that may or may not hold what they should: a write ended in the middle, or something else has written there. */
export function unsettledKeys(index: CatalogIndex): number {
  return index.count('records', { by: 'bySettled', equals: [SETTLED.no] });
}
