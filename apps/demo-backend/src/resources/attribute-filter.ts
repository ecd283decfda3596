import type { Product } from '../catalogue/product.js';
import type { StoreView } from '../catalogue/store-view.js';
import { ApiError, badRequest } from '../http/api-error.js';
import type { Query } from '../http/query.js';
import { isJsonObject, parseJson } from '../json.js';
import { nameIn } from './product-core.js';
import { colourOf } from './product-detail.js';

type Matcher = (product: Product) => boolean;

interface Condition {
  readonly code: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** Attributes that can be filtered by; a dump carries no option ids, so colour and size match generated products only. */
function valuesOf(product: Product, code: string, store: StoreView): string[] | undefined {
  switch (code) {
    case 'sku':
      return [product.sku];
    case 'name':
      return [nameIn(product, store)];
    case 'entity_id':
      return [String(product.id)];
    case 'color':
      return colourIds(product);
    case 'size':
      return (product.parts ?? []).flatMap((part) => (part.size === undefined ? [] : [String(part.size)]));
    default:
      return undefined;
  }
}

const KNOWN_CODES = ['sku', 'name', 'entity_id', 'color', 'size'];

function colourIds(product: Product): string[] {
  if (product.dump !== undefined) return [];
  if (product.type === 'simple') return [String(colourOf(product).id)];
  return (product.parts ?? []).flatMap((part) => (part.color === undefined ? [] : [String(part.color)]));
}

function conditionsOf(query: Query): Condition[] {
  const fromPrefix = query.names().flatMap((name): Condition[] => {
    if (!name.startsWith('attr_')) return [];
    const code = name.slice('attr_'.length);
    const plain = query.scalar(name);
    if (plain !== undefined) return [{ code, operator: 'eq', values: plain.split(',') }];
    return [...new Set(query.operators(name))].map((operator) => ({
      code,
      operator,
      values: query.operator(name, operator),
    }));
  });
  return [...fromPrefix, ...conditionsInJson(query.scalar('attributeFilters'))];
}

function conditionsInJson(text: string | undefined): Condition[] {
  if (text === undefined || text === '') return [];
  const parsed = tryParse(text);
  if (!isJsonObject(parsed)) throw badRequest('attributeFilters must be a valid JSON object');
  return Object.entries(parsed).map(([code, value]) => ({
    code,
    operator: 'eq',
    values: String(value).split(','),
  }));
}

function tryParse(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest('attributeFilters must be a valid JSON object');
    throw error;
  }
}

function matcher(condition: Condition, store: StoreView): Matcher {
  if (!KNOWN_CODES.includes(condition.code)) {
    throw new ApiError(422, `Invalid attribute name: ${condition.code}`);
  }
  const wanted = condition.values.map((value) => value.toLowerCase());
  const like = condition.operator === 'like' ? wanted.map((value) => value.replaceAll('%', '')) : undefined;
  return (product) => {
    const own = (valuesOf(product, condition.code, store) ?? []).map((value) => value.toLowerCase());
    if (like !== undefined) return own.some((value) => like.some((part) => value.includes(part)));
    return own.some((value) => wanted.includes(value));
  };
}

/** Keeps the products that match every `attr_…` parameter; 422 on an unknown attribute, 400 on bad JSON. */
export function withAttributes(
  products: readonly Product[],
  query: Query,
  store: StoreView,
): readonly Product[] {
  const matchers = conditionsOf(query).map((condition) => matcher(condition, store));
  if (matchers.length === 0) return products;
  return products.filter((product) => matchers.every((matches) => matches(product)));
}
