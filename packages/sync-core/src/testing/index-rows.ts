import type { IndexRow } from '../catalog-index/tables.js';

/** A visible simple product whose url key is `product-{id}`; not listed, without a record or an address yet. */
export function productRow(id: number, fields: Partial<IndexRow<'products'>> = {}): IndexRow<'products'> {
  return {
    id,
    sku: `sku-${id}`,
    type: 'simple',
    visibility: 'catalog_search',
    urlKey: `product-${id}`,
    path: '',
    slug: '',
    listed: 0,
    missing: 0,
    listHash: '',
    seenHash: '',
    seen: '',
    card: '',
    categoryIds: '[]',
    detailAt: 0,
    ...fields,
  };
}

/** A top-level category in the tree, at `category-{id}`. */
export function categoryRow(
  id: number,
  fields: Partial<IndexRow<'categories'>> = {},
): IndexRow<'categories'> {
  return {
    id,
    parentId: 1,
    path: `category-${id}`,
    level: 2,
    position: 0,
    inTree: 1,
    listHash: '',
    seenHash: '',
    node: '{}',
    landingPageId: 0,
    productCount: -1,
    relist: 0,
    orderReadAt: 0,
    ...fields,
  };
}

/** A settled row of `records`. */
export function recordRow(key: string, fields: Partial<IndexRow<'records'>> = {}): IndexRow<'records'> {
  return {
    key,
    type: 'product',
    entityId: 0,
    hash: '0'.repeat(32),
    settled: 1,
    settledAt: 0,
    suspect: 0,
    ...fields,
  };
}

/** A CMS page at `page-{id}`. */
export function contentRow(id: number, fields: Partial<IndexRow<'contents'>> = {}): IndexRow<'contents'> {
  return { type: 'cms-page', id, address: `page-${id}`, rank: 0, summary: '{}', ...fields };
}
