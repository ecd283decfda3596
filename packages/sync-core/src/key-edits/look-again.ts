import type { KvKey } from '@maho-storefront/kv-schema';
import { DIRTY } from '../addresses/redirect-book.js';
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

/** Of what an edit makes things to be looked at again. */
export interface EditedIndex {
  index: CatalogIndex;
  due: DueTable;
}

type RecordRow = IndexRow<'records'>;

/**
 * Has whatever a key shows be looked at again by the next run of the returned scope.
 *
 * @param row the key's row, as far as it has one.
 * @param now epoch ms.
 */
export function lookAgain(
  { index, due }: EditedIndex,
  key: KvKey,
  row: RecordRow | undefined,
  now: number,
): SyncScope {
  dueAt(due, key, row, now);
  if (key.type === 'listing') {
    const category = index.get('categories', [key.categoryId]);
    if (category?.relist === RELIST.nothing) {
      index.put('categories', { ...category, relist: RELIST.rebuild });
    }
  }
  if (key.type === 'redirect') markRedirect(index, key.path, DIRTY.marked);
  return SCOPES[key.type] ?? 'due';
}

/** Has an entity be looked at again at `at` (epoch ms). @returns whether the key belongs to one that can be. */
export function dueAt(due: DueTable, key: KvKey, row: RecordRow | undefined, at: number): boolean {
  const isProduct = key.type === 'product' && row !== undefined && row.entityId > 0;
  if (isProduct) due.set('product', row.entityId, at, 'reconcile');
  if (key.type === 'category') due.set('category', key.id, at, 'reconcile');
  return isProduct || key.type === 'category';
}

/** A redirect is written again by no run that has not been told to. */
export function markRedirect(
  index: CatalogIndex,
  path: string,
  mark: typeof DIRTY.marked | typeof DIRTY.byHand,
): void {
  const redirect = index.get('redirects', [path]);
  const isWeaker = redirect?.dirty === DIRTY.no || redirect?.dirty === DIRTY.byHand;
  if (redirect && isWeaker) index.put('redirects', { ...redirect, dirty: mark });
}
