import type { MahoApiClient } from '@maho-storefront/maho-client';
import type { RequestCause } from './run-report.js';

/** Most that the backend gives on a page. */
export const PRODUCTS_PER_PAGE = 100;
export const CATEGORIES_PER_PAGE = 500;
export const CONTENTS_PER_PAGE = 100;

/** The backend as a sync uses it: every request is counted by its cause, every listing read is a fresh one. */
export class Backend {
  private reads = 0;

  constructor(
    private readonly maho: MahoApiClient,
    private readonly onRequest: (cause: RequestCause) => void,
    /** Makes nonces that no earlier read can have used. */
    private readonly noncePrefix: string,
  ) {}

  /** Where the API is. */
  get baseUrl(): string {
    return this.maho.baseUrl;
  }

  storeConfig() {
    this.onRequest('store-config');
    return this.maho.storeConfig();
  }

  /** The active store views. */
  stores() {
    this.onRequest('stores');
    return this.maho.stores();
  }

  countries() {
    this.onRequest('countries');
    return this.maho.countries();
  }

  /** The whole active tree, flat. */
  categoryPage(page: number) {
    this.onRequest('category-list');
    return this.maho.categories({ parentId: 'any', page, itemsPerPage: CATEGORIES_PER_PAGE });
  }

  /** Direct children; of the store's root without a parent. */
  childCategories(parentId?: number) {
    this.onRequest('category-list');
    return this.maho.categories({ parentId, itemsPerPage: CATEGORIES_PER_PAGE });
  }

  category(id: number) {
    this.onRequest('category');
    return this.maho.category(id);
  }

  /** Ascending by id: additions append, so a crawl meets every product that stays. */
  productPage(page: number, updatedSince?: Date) {
    this.onRequest('product-page');
    return this.maho.productPage({
      page,
      itemsPerPage: PRODUCTS_PER_PAGE,
      sortBy: 'entity_id',
      updatedSince,
      nonce: this.nonce(),
    });
  }

  /** What the listing shows of these products, past its cache; the others are left out of the answer. */
  listedProducts(ids: readonly number[]) {
    this.onRequest('listing-records');
    return this.maho.productPage({
      ids,
      itemsPerPage: PRODUCTS_PER_PAGE,
      sortBy: 'entity_id',
      nonce: this.nonce(),
    });
  }

  /** Ids of a category's products, those of descendants included, in the merchant's order. */
  categoryProducts(categoryId: number, page: number) {
    this.onRequest('category-listing');
    return this.maho.productIdPage({
      categoryId,
      page,
      itemsPerPage: PRODUCTS_PER_PAGE,
      sortBy: 'position',
      nonce: this.nonce(),
    });
  }

  product(id: number, cause: 'product' | 'product-probe' = 'product') {
    this.onRequest(cause);
    return this.maho.product(id);
  }

  optionPrices(id: number) {
    this.onRequest('option-prices');
    return this.maho.productCustomOptions(id);
  }

  cmsPages(page: number, updatedSince?: Date) {
    this.onRequest('cms');
    return this.maho.cmsPages({ page, itemsPerPage: CONTENTS_PER_PAGE, updatedSince });
  }

  cmsBlocks(page: number, updatedSince?: Date) {
    this.onRequest('cms');
    return this.maho.cmsBlocks({ page, itemsPerPage: CONTENTS_PER_PAGE, updatedSince });
  }

  blogPosts(page: number, updatedSince?: Date) {
    this.onRequest('blog');
    return this.maho.blogPosts({ page, itemsPerPage: CONTENTS_PER_PAGE, updatedSince });
  }

  blogCategories(page: number) {
    this.onRequest('blog');
    return this.maho.blogCategories({ page, itemsPerPage: CONTENTS_PER_PAGE });
  }

  private nonce(): string {
    this.reads += 1;
    return `${this.noncePrefix}-${this.reads}`;
  }
}
