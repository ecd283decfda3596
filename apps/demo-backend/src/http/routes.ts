import { listCategories, readCategory } from '../resources/categories.js';
import {
  listBlogCategories,
  listBlogPosts,
  listCmsBlocks,
  listCmsPages,
  readBlogCategory,
  readBlogPost,
  readCmsBlock,
  readCmsPage,
} from '../resources/content.js';
import { listCountries, readCountry } from '../resources/countries.js';
import { listLayeredFilters } from '../resources/layered-filters.js';
import {
  listBundleOptions,
  listConfigurableSetup,
  listCustomOptions,
  listDownloadableLinks,
  listGrouped,
  listGroupPrices,
  listLinks,
  listMedia,
  listProductReviews,
  listTierPrices,
} from '../resources/product-sub-resources.js';
import { listProducts, readProduct } from '../resources/products.js';
import { listReviews } from '../resources/reviews.js';
import { brokenConfig, listCurrencies, listStores, readStore, readStoreConfig } from '../resources/stores.js';
import { resolveUrl } from '../resources/url-resolver.js';
import type { Answer, ApiRequest } from './api-request.js';
import type { Query } from './query.js';

export interface Route {
  readonly pattern: RegExp;
  /** Name in the request statistics; listings are told apart by what they ask for. */
  readonly name: string | ((query: Query) => string);
  readonly handle: (request: ApiRequest) => Answer;
}

function productRouteName(query: Query): string {
  const given = (name: string) => (query.scalar(name) ?? '') !== '';
  if (given('urlKey')) return 'productsByUrlKey';
  if (given('search') || given('q')) return 'productSearch';
  return given('categoryId') ? 'categoryListing' : 'productPage';
}

/** A route below `/api/rest/v2`; `{id}` is any one segment, `{n}` a number. */
function route(template: string, name: Route['name'], handle: Route['handle']): Route {
  const pattern = template.replace('{id}', '([^/]+?)').replace('{n}', '(\\d+)');
  return { pattern: new RegExp(`^${pattern}$`), name, handle };
}

/** Every public read. */
export const ROUTES: readonly Route[] = [
  route('/products', productRouteName, listProducts),
  route('/products/{id}', 'productItem', readProduct),
  route('/products/{id}/media', 'media', listMedia),
  route('/products/{id}/custom-options', 'customOptions', listCustomOptions),
  route('/products/{id}/bundle-options', 'bundleOptions', listBundleOptions),
  route('/products/{id}/configurable', 'configurable', listConfigurableSetup),
  route('/products/{id}/downloadable-links', 'downloadableLinks', listDownloadableLinks),
  route('/products/{id}/grouped', 'grouped', listGrouped),
  route('/products/{id}/tier-prices', 'tierPrices', listTierPrices),
  route('/products/{id}/group-prices', 'groupPrices', listGroupPrices),
  route('/products/{id}/links/related', 'links', listLinks),
  route('/products/{id}/links/cross-sell', 'links', listLinks),
  route('/products/{id}/links/up-sell', 'links', listLinks),
  route('/products/{id}/reviews', 'reviews', listProductReviews),
  route('/reviews', 'reviews', listReviews),
  route('/categories', 'categories', listCategories),
  route('/categories/{id}', 'category', readCategory),
  route('/cms-pages', 'cmsPages', listCmsPages),
  route('/cms-pages/{id}', 'cmsPage', readCmsPage),
  route('/cms-blocks', 'cmsBlocks', listCmsBlocks),
  route('/cms-blocks/{id}', 'cmsBlock', readCmsBlock),
  route('/blog-posts', 'blogPosts', listBlogPosts),
  route('/blog-posts/{id}', 'blogPost', readBlogPost),
  route('/blog-categories', 'blogCategories', listBlogCategories),
  route('/blog-categories/{id}', 'blogCategory', readBlogCategory),
  route('/countries', 'countries', listCountries),
  route('/countries/{id}', 'country', readCountry),
  route('/store-config', 'storeConfig', readStoreConfig),
  route('/stores', 'stores', listStores),
  route('/stores/currencies', 'currencies', listCurrencies),
  route('/stores/{n}', 'store', readStore),
  route('/url-resolver', 'urlResolver', resolveUrl),
  route('/layered-filters', 'layeredFilters', listLayeredFilters),
  route('/{id}/config', 'brokenConfig', brokenConfig),
];
