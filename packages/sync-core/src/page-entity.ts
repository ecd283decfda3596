import type { IndexRow } from './catalog-index/tables.js';
import { DueTable } from './due/due-table.js';
import type { CatalogIndex } from './ports/catalog-index.js';

/** What lives at an address and can be looked at by id. */
export interface PageEntity {
  type: 'product' | 'category';
  id: number;
  /** When a product's item, or by id a category's order, was last read from the backend, epoch ms; 0 = not known. */
  lookedAt: number;
  /** Whether it is to be looked at by id anyway: somebody has asked for it, or the last look failed. */
  isAwaited: boolean;
}

/**
 * The product or category at an address, or the one that an old address leads to; null where the index knows
 * neither.
 *
 * @param path without slashes at its ends.
 */
export function pageEntityAt(index: CatalogIndex, path: string): PageEntity | null {
  // Products without an address have the empty one.
  if (path === '') return null;
  const [product] = index.scan('products', { by: 'bySlug', equals: [path], limit: 1 });
  if (product) return productEntity(index, product);
  const categories = index.scan('categories', { by: 'byPath', equals: [path] });
  const category = categories.find(({ inTree }) => inTree === 1);
  return category ? categoryEntity(index, category) : redirectedFrom(index, path);
}

function redirectedFrom(index: CatalogIndex, path: string): PageEntity | null {
  const redirect = index.get('redirects', [path]);
  if (redirect?.type === 'product') {
    const product = index.get('products', [redirect.id]);
    return product ? productEntity(index, product) : null;
  }
  if (redirect?.type !== 'category') return null;
  const category = index.get('categories', [redirect.id]);
  return category ? categoryEntity(index, category) : null;
}

function productEntity(index: CatalogIndex, { id, detailAt }: IndexRow<'products'>): PageEntity {
  return { type: 'product', id, lookedAt: detailAt, isAwaited: isAwaited(index, 'product', id) };
}

function categoryEntity(index: CatalogIndex, { id, orderReadAt }: IndexRow<'categories'>): PageEntity {
  return { type: 'category', id, lookedAt: orderReadAt, isAwaited: isAwaited(index, 'category', id) };
}

function isAwaited(index: CatalogIndex, type: PageEntity['type'], id: number): boolean {
  const reason = new DueTable(index).get(type, id)?.reason;
  return reason === 'requested' || reason === 'retry';
}
