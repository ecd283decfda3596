import { type KvKey, type ProductRecord, parseKey, parseRecord } from '@maho-storefront/kv-schema';
import type { IndexRow } from '../catalog-index/tables.js';
import { withoutSuffix } from '../records/path-suffix.js';
import { productCard } from '../records/product-record.js';
import { boundedMap } from '../run/bounded-map.js';
import type { RunContext } from '../run/run-context.js';
import { SUSPECT } from '../writing/suspects.js';
import { RELIST } from './category-marks.js';
import { CONTENT_RANK } from './content-items.js';
import { requestRefresh } from './refresh-request.js';

/** Types whose records tell what an index has to know of an entity: its id and its addresses. */
const TELLING_TYPES: ReadonlySet<string> = new Set(['product', 'category', 'cms-page', 'blog-post']);

/**
 * Learns from KV what an index that was lost had known: which entity lives under which key. Without it, a
 * product that is out of stock would be forgotten and a renamed one would leave no redirect.
 *
 * @returns the key to go on behind; null at the end.
 */
export async function adoptKeys(
  context: RunContext,
  afterKey: string,
  limit: number,
): Promise<string | null> {
  const { index, kv, limits } = context.tools;
  const rows = index.scan('records', {
    by: 'bySuspect',
    equals: [SUSPECT.adopted],
    after: [afterKey],
    limit,
  });
  const telling = rows.filter(({ type }) => TELLING_TYPES.has(type));
  const values = await boundedMap(telling, limits.kvWritesInFlight, ({ key }) => kv.get(key));
  index.transaction(() => {
    for (const [n, row] of telling.entries()) {
      const key = parseKey(row.key);
      if (key) adoptEntity(context, row, key, values[n] ?? null);
    }
  });
  return rows.at(-1)?.key ?? null;
}

function adoptEntity(context: RunContext, row: IndexRow<'records'>, key: KvKey, value: string | null): void {
  const id = adoptRecord(context, key, value);
  if (id !== null) context.tools.index.put('records', { ...row, entityId: id });
}

/** @returns id of the entity; null for a value that is no record. */
function adoptRecord(context: RunContext, key: KvKey, value: string | null): number | null {
  switch (key.type) {
    case 'product': {
      const product = parseRecord('product', value);
      if (product) adoptProduct(context, product, key.slug);
      return product?.id ?? null;
    }
    case 'category': {
      const category = parseRecord('category', value);
      if (category) adoptCategory(context, category);
      return category?.id ?? null;
    }
    case 'cms-page':
    case 'blog-post': {
      const content = parseRecord(key.type, value);
      const address = key.type === 'cms-page' ? key.identifier : key.urlKey;
      if (content) adoptContent(context, key.type, content.id, address);
      return content?.id ?? null;
    }
    default:
      return null;
  }
}

function adoptProduct(context: RunContext, product: ProductRecord, slug: string): void {
  const { index } = context.tools;
  if (index.get('products', [product.id])) return;
  index.put('products', {
    id: product.id,
    sku: product.sku,
    type: product.type,
    visibility: product.visibility,
    urlKey: product.urlKey ?? '',
    path: withoutSuffix(product.urlPath ?? ''),
    slug,
    listed: 0,
    missing: 0,
    listHash: '',
    seenHash: '',
    seen: '',
    card: JSON.stringify(productCard(product)),
    categoryIds: JSON.stringify(product.categoryIds),
    detailAt: 0,
  });
  requestRefresh(context, product.id, 'reconcile');
}

function adoptCategory(
  context: RunContext,
  { id, parentId, path, level }: { id: number; parentId?: number | undefined; path: string; level: number },
): void {
  const { index } = context.tools;
  if (index.get('categories', [id])) return;
  index.put('categories', {
    id,
    parentId: parentId ?? 0,
    path,
    level,
    position: 0,
    // It had a page; whether it still is in the tree, and where, the next reading of the tree tells.
    inTree: 1,
    listHash: '',
    seenHash: '',
    node: '{}',
    landingPageId: 0,
    productCount: -1,
    relist: RELIST.read,
    orderReadAt: 0,
  });
}

function adoptContent(
  context: RunContext,
  type: 'cms-page' | 'blog-post',
  id: number,
  address: string,
): void {
  const { index } = context.tools;
  if (index.get('contents', [type, id])) return;
  index.put('contents', { type, id, address, rank: CONTENT_RANK.adopted, summary: '{}' });
}
