import type { Product } from '../catalogue/product.js';
import { indexedPrices, productPrices } from '../catalogue/product-prices.js';
import { badRequest } from '../http/api-error.js';
import type { ApiRequest } from '../http/api-request.js';
import { nameIn } from './product-core.js';

const SORT_FIELDS = [
  'name',
  'price',
  'special_price',
  'created_at',
  'updated_at',
  'position',
  'sku',
  'entity_id',
] as const;

export type SortField = (typeof SORT_FIELDS)[number];

export interface SortOrder {
  readonly field: SortField;
  readonly descending: boolean;
}

/** `sortBy` and `sortDir`; name ascending by default, 400 for anything Maho does not allow. */
export function sortOrderOf(request: ApiRequest): SortOrder {
  const wanted = request.query.scalar('sortBy');
  const descending = request.query.scalar('sortDir')?.toLowerCase() === 'desc';
  if (wanted === undefined || wanted === '') return { field: 'name', descending: false };
  const field = SORT_FIELDS.find((candidate) => candidate === wanted);
  if (field === undefined) throw badRequest(`Invalid sortBy field. Allowed: ${SORT_FIELDS.join(', ')}`);
  return { field, descending };
}

type Key = string | number;

function keyOf(request: ApiRequest, field: SortField): (product: Product) => Key {
  const { catalogue, store, now } = request;
  switch (field) {
    case 'name':
      return (product) => nameIn(product, store).toLowerCase();
    case 'sku':
      return (product) => product.sku.toLowerCase();
    case 'price':
      return (product) => indexedPrices(catalogue, product, store, now).minimalPrice;
    case 'special_price':
      return (product) => productPrices(catalogue, product, store, now).specialPrice ?? -1;
    case 'created_at':
      return (product) => product.createdAt;
    case 'updated_at':
      return (product) => product.updatedAt;
    default:
      return (product) => product.id;
  }
}

function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Products in an order; equal keys keep ascending ids (Maho leaves ties to the database, which may shuffle them). */
export function sorted(
  request: ApiRequest,
  products: readonly Product[],
  order: SortOrder,
): readonly Product[] {
  const key = keyOf(request, order.field);
  const keyed = products.map((product) => ({ product, key: key(product) }));
  const sign = order.descending ? -1 : 1;
  keyed.sort((a, b) => sign * compareKeys(a.key, b.key) || a.product.id - b.product.id);
  return keyed.map((entry) => entry.product);
}
