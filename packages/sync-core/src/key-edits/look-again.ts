import type { KvKey } from '@maho-storefront/kv-schema';
import type { IndexRow } from '../catalog-index/tables.js';
import type { DueTable } from '../due/due-table.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import type { SyncScope } from '../run/sync-scope.js';
import { RELIST } from '../stages/category-marks.js';

/** Which run writes a key again once what is behind it has been made due. */
const SCOPES: Readonly<Partial<Record<KvKey['type'], SyncScope>>> = {
  config: 'config',
  countries: 'countries',
  'cms-page': 'cms-pages',
  'cms-pages': 'cms-pages',
  block: 'cms-pages',
  'blog-post': 'blog-posts',
  'blog-posts': 'blog-posts',
  'blog-categories': 'blog-posts',
};

/**
 * Has whatever a key shows be looked at again, at `at` (epoch ms) or when the next run of the returned scope comes.
 *
 * @param row the key's row, as far as it has one.
 */
export function lookAgain(
  { index, due }: { index: CatalogIndex; due: DueTable },
  key: KvKey,
  row: IndexRow<'records'> | undefined,
  at: number,
): SyncScope {
  if (key.type === 'product' && row && row.entityId > 0) {
    due.set('product', row.entityId, at, 'reconcile');
  }
  if (key.type === 'category') due.set('category', key.id, at, 'reconcile');
  if (key.type === 'listing') {
    const category = index.get('categories', [key.categoryId]);
    if (category?.relist === RELIST.nothing) {
      index.put('categories', { ...category, relist: RELIST.rebuild });
    }
  }
  if (key.type === 'redirect') {
    const redirect = index.get('redirects', [key.path]);
    if (redirect) index.put('redirects', { ...redirect, dirty: 1 });
  }
  return SCOPES[key.type] ?? 'due';
}
