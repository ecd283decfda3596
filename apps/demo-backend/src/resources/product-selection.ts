import type { Category } from '../catalogue/category.js';
import { productsInOrder } from '../catalogue/category-order.js';
import { isInTree } from '../catalogue/category-tree.js';
import { isSearchable } from '../catalogue/listing-rules.js';
import { isComposite, type Product } from '../catalogue/product.js';
import { indexedPrices } from '../catalogue/product-prices.js';
import { revisionMemo } from '../catalogue/revision-memo.js';
import type { StoreView } from '../catalogue/store-view.js';
import type { ApiRequest } from '../http/api-request.js';
import { phpInteger } from '../http/page-window.js';
import { withAttributes } from './attribute-filter.js';
import { withinDates } from './date-filter.js';
import { nameIn } from './product-core.js';
import { dumpedItem } from './product-dumped.js';
import type { ListingKind } from './product-record.js';
import { type SortOrder, sorted, sortOrderOf } from './product-sort.js';

const arrangements = revisionMemo<readonly Product[]>();
const haystacksOf = revisionMemo<readonly { readonly product: Product; readonly text: string }[]>();

export interface ProductSelection {
  readonly products: readonly Product[];
  readonly kind: ListingKind;
}

/** Which products a `/products` query selects, in which order, and how full their records are. Throws ApiError. */
export function selectProducts(request: ApiRequest): ProductSelection {
  const urlKey = request.query.scalar('urlKey');
  if (urlKey !== undefined && urlKey !== '') return { products: withUrlKey(request, urlKey), kind: 'urlKey' };
  const base = baseOf(request);
  const order = sortOrderOf(request);
  const build = () => arranged(request, base, order);
  const memoKey = `${request.store.code}:${base.key}:${order.field}:${order.descending}`;
  const inOrder = base.key === undefined ? build() : arrangements(request.catalogue, memoKey, build);
  const filtered = withPrices(
    withAttributes(withinDates(inOrder, request.query), request.query, request.store),
    request,
  );
  const fullDetail = request.query.scalar('fullDetail') ?? '';
  const kind = fullDetail !== '' && fullDetail !== '0' ? 'fullDetail' : base.kind;
  return { products: filtered, kind };
}

interface Base {
  /** Names the set, so that its order can be kept; searches have none. */
  readonly key: string | undefined;
  readonly kind: ListingKind;
  readonly products: readonly Product[];
  /** Whether `products` already stand in the merchant's order. */
  readonly isMerchantOrder: boolean;
}

function baseOf(request: ApiRequest): Base {
  const search = (request.query.scalar('search') ?? request.query.scalar('q') ?? '').trim().toLowerCase();
  const categoryId = request.query.scalar('categoryId') ?? '';
  const category = categoryId === '' ? undefined : layerCategory(request, phpInteger(categoryId));
  const inCategory = category === undefined ? undefined : productsOfLayer(request, category);
  if (search !== '') {
    const within = inCategory === undefined ? undefined : new Set(inCategory);
    const found = searchable(request, search).filter((product) => within?.has(product) ?? true);
    return { key: undefined, kind: 'category', products: found, isMerchantOrder: false };
  }
  if (inCategory !== undefined) {
    return { key: `category:${category?.id}`, kind: 'category', products: inCategory, isMerchantOrder: true };
  }
  const listed = request.catalogue.index.listed(request.store);
  return { key: 'plain', kind: 'plain', products: listed, isMerchantOrder: false };
}

/** An unknown or deleted id falls back to the root category, with 200 (list-category-unknown.ld.json). */
function layerCategory(request: ApiRequest, id: number): Category | undefined {
  const { catalogue, store } = request;
  return catalogue.categories.get(id) ?? catalogue.categories.get(store.rootCategoryId);
}

/** The index knows active categories of the store's tree only; any other is empty. */
function productsOfLayer(request: ApiRequest, category: Category): readonly Product[] {
  const { catalogue, store } = request;
  if (!category.isActive || !isInTree(catalogue, category, store.rootCategoryId)) return [];
  return productsInOrder(catalogue, category, store);
}

/** What a search looks through; of generated products their names say it all. */
function searchText(product: Product, store: StoreView): string {
  const item = product.dump === undefined ? undefined : dumpedItem(product, store.code);
  const texts = [nameIn(product, store), product.sku, item?.shortDescription, item?.description];
  return texts.join(' ').toLowerCase();
}

function searchable(request: ApiRequest, search: string): Product[] {
  const { catalogue, store } = request;
  const haystacks = haystacksOf(catalogue, store.code, () =>
    [...catalogue.products.values()]
      .filter((product) => isSearchable(catalogue, product, store))
      .map((product) => ({ product, text: searchText(product, store) })),
  );
  const terms = search.split(/\s+/);
  return haystacks
    .filter((entry) => terms.every((term) => entry.text.includes(term)))
    .map((entry) => entry.product);
}

function arranged(request: ApiRequest, base: Base, order: SortOrder): readonly Product[] {
  if (order.field === 'position' && base.isMerchantOrder) {
    return order.descending ? [...base.products].reverse() : base.products;
  }
  const isById = order.field === 'entity_id' && base.key === 'plain';
  return isById && !order.descending ? base.products : sorted(request, base.products, order);
}

/** Composite types first; no filter but enabled, so hidden children and other websites' products are found too. */
function withUrlKey(request: ApiRequest, urlKey: string): readonly Product[] {
  const rank = (product: Product) => {
    const place = ['bundle', 'grouped', 'configurable'].indexOf(product.type);
    return isComposite(product.type) ? place : 3;
  };
  const found = request.catalogue.index.byUrlKey().get(urlKey) ?? [];
  return found.filter((product) => product.enabled).sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

function withPrices(products: readonly Product[], request: ApiRequest): readonly Product[] {
  const bound = (name: string) => {
    const text = request.query.scalar(name);
    return text === undefined || text === '' ? undefined : Number.parseFloat(text) || 0;
  };
  const low = bound('priceMin') ?? -Infinity;
  const high = bound('priceMax') ?? Infinity;
  if (low === -Infinity && high === Infinity) return products;
  const rate = request.currency?.exchangeRate ?? 1;
  return products.filter((product) => {
    const price = indexedPrices(request.catalogue, product, request.store, request.now).minimalPrice * rate;
    return price >= low && price <= high;
  });
}
