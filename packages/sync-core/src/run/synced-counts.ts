import type { RecordType } from '@maho-storefront/kv-schema';
import type { CatalogIndex } from '../ports/catalog-index.js';
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
  const unsettled = index
    .scan('records', { by: 'bySettled', equals: [0] })
    .filter((row) => row.type === type);
  return all - unsettled.length;
}

/** Keys of the store that are true in KV, by the index; the registry's row stands for no key of the store. */
export function settledKeys(index: CatalogIndex): number {
  const registry = index.count('records', { by: 'byEntity', equals: ['stores'] });
  return index.count('records', { by: 'bySettled', equals: [1] }) - registry;
}
