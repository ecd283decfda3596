import { isReadable } from '../catalogue/listing-rules.js';
import type { Product } from '../catalogue/product.js';
import { notFound } from '../http/api-error.js';
import { type Answer, type ApiRequest, item } from '../http/api-request.js';
import { pageWindow, sliceOf } from '../http/page-window.js';
import type { ListingPage } from '../http/response-caches.js';
import { inCurrency } from './currency-conversion.js';
import { productItem, productListing } from './product-record.js';
import type { RecordContext } from './product-relations.js';
import { selectProducts } from './product-selection.js';

const PAGE_SIZES = { standard: 20, max: 100 };

function contextOf(request: ApiRequest): RecordContext {
  return { catalogue: request.catalogue, store: request.store, now: request.now };
}

/** `GET /products`: plain, category, search, url key and full-detail listings. */
export function listProducts(request: ApiRequest): Answer {
  const window = pageWindow(request.query, PAGE_SIZES);
  const build = (): ListingPage => {
    const { products, kind } = selectProducts(request);
    const context = contextOf(request);
    const members = sliceOf(products, window).map((product) =>
      inCurrency(productListing(context, product, kind), request.currency),
    );
    return { total: products.length, members };
  };
  const uncached = ['search', 'q', 'urlKey'].some((name) => (request.query.scalar(name) ?? '') !== '');
  const key = `page|${request.store.code}|${request.currency?.code}|${request.query.canonical('')}`;
  const page = uncached ? build() : request.caches.page(key, build);
  return { kind: 'collection', type: 'Product', ...page, window };
}

/** A product that the store may read by id; 404 otherwise. */
export function readableProduct(request: ApiRequest, message?: string): Product {
  const product = request.catalogue.products.get(request.id);
  if (product === undefined || !isReadable(product, request.store)) throw notFound(message);
  return product;
}

/**
 * `GET /products/{id}`: everything there is. Cached per id, store and currency; like Maho's, the cache is asked before
 * the database, so an edit without a flush stays invisible for its whole time.
 */
export function readProduct(request: ApiRequest): Answer {
  const key = `item|${request.id}|${request.store.code}|${request.currency?.code}`;
  const record = request.caches.item(key, () =>
    inCurrency(productItem(contextOf(request), readableProduct(request)), request.currency),
  );
  return item('Product', record);
}
