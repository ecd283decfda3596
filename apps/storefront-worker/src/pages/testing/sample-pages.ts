import type { CategoryNode, CategoryRecord, ListingPageRecord } from '@maho-storefront/kv-schema';
import { blogListPage } from '../blog/blog-list-page.js';
import { blogPostPage } from '../blog/blog-post-page.js';
import { cartPage } from '../cart/cart-page.js';
import { catalogPage } from '../catalog/catalog-page.js';
import { type CategoryPageData, categoryPage } from '../category/category-page.js';
import { cmsPage } from '../cms/cms-page.js';
import { errorPage } from '../error/error-page.js';
import { homePage } from '../home/home-page.js';
import { notFoundPage } from '../not-found/not-found-page.js';
import type { PageContent } from '../page-content.js';
import { productPage } from '../product/product-page.js';
import { searchPage } from '../search/search-page.js';
import type { Shop } from '../shop.js';
import { sampleCartView } from './sample-cart.js';
import { SAMPLE_PRODUCTS, sampleCard } from './sample-products.js';

export const SAMPLE_CATEGORY: CategoryRecord = {
  id: 4,
  name: 'Women',
  path: 'women',
  level: 2,
  description: '<p>For her</p>',
  displayMode: 'PRODUCTS_AND_PAGE',
  landingBlock: '<p>Landing block</p>',
  includeInMenu: true,
  isAnchor: true,
  availableSortBy: [],
};

function node(id: number, name: string, path: string, children: CategoryNode[] = []): CategoryNode {
  return { id, name, path, level: 2, includeInMenu: true, productCount: id, children };
}

export const SAMPLE_NODE = node(4, 'Women', 'women', [node(5, 'Tops', 'women/tops')]);

export function sampleListing(changes: Partial<ListingPageRecord> = {}): ListingPageRecord {
  return {
    products: [sampleCard(), sampleCard({ id: 3, slug: 'sold-out', stockStatus: 'out_of_stock' })],
    page: 1,
    pageSize: 48,
    totalItems: 2,
    totalPages: 1,
    ...changes,
  };
}

export function sampleCategoryData(changes: Partial<CategoryPageData> = {}): CategoryPageData {
  return {
    category: SAMPLE_CATEGORY,
    node: SAMPLE_NODE,
    trail: [],
    listing: sampleListing(),
    sort: 'position',
    ...changes,
  };
}

const post = {
  id: 1,
  urlKey: 'meet-the-potter',
  title: 'Meet the potter',
  excerpt: 'A visit',
  publishDate: '2026-11-01',
  categoryIds: [2],
};
const PROBLEM = { message: 'That did not work', status: 422, code: 'rejected', fields: [] } as const;
const topic = { id: 2, name: 'News', urlKey: 'news' };

/** Every page type, and every product type, by name. */
export function samplePages(shop: Shop): Map<string, PageContent> {
  const cms = { id: 1, identifier: 'service/returns', title: 'Returns', content: '<p>Send it back</p>' };
  const related = [sampleCard({ id: 9, slug: 'related' })];
  const products = Object.entries(SAMPLE_PRODUCTS).map(([type, product]): [string, PageContent] => [
    `product of type ${type}`,
    productPage(shop, { product, trail: [{ name: 'Women', path: 'women' }], related, upsell: related }),
  ]);
  return new Map([
    ['home', homePage(shop, { cms, tiles: [SAMPLE_NODE], products: [sampleCard()] })],
    ['home of an empty shop', homePage(shop, { cms: null, tiles: [], products: [] })],
    ['category', categoryPage(shop, sampleCategoryData())],
    [
      'category page 7 of 20',
      categoryPage(shop, sampleCategoryData({ listing: sampleListing({ page: 7, totalPages: 20 }) })),
    ],
    [
      'empty category',
      categoryPage(shop, sampleCategoryData({ listing: sampleListing({ products: [], totalItems: 0 }) })),
    ],
    ['all categories', catalogPage(shop, { tree: [SAMPLE_NODE] })],
    ...products,
    ['CMS page', cmsPage(shop, { page: cms })],
    ['blog', blogListPage(shop, { posts: [post], categories: [topic], page: 1, totalPages: 2 })],
    [
      'blog category',
      blogListPage(shop, { posts: [], categories: [topic], active: topic, page: 1, totalPages: 0 }),
    ],
    ['blog post', blogPostPage(shop, { post: { ...post, content: '<p>Clay</p>' }, categories: [topic] })],
    [
      'search',
      searchPage(shop, { query: 'linen', products: [sampleCard()], page: 2, totalItems: 60, totalPages: 2 }),
    ],
    [
      'search without a hit',
      searchPage(shop, { query: 'x', products: [], page: 1, totalItems: 0, totalPages: 0 }),
    ],
    [
      'search without a query',
      searchPage(shop, { query: '', products: [], page: 1, totalItems: 0, totalPages: 0 }),
    ],
    ['cart', cartPage(shop, { filled: sampleCartView(), problem: null })],
    ['empty cart', cartPage(shop, { filled: null, problem: { ...PROBLEM } })],
    [
      'cart with a problem at a line',
      cartPage(shop, {
        filled: sampleCartView({ problem: { ...PROBLEM, form: 'line', item: 11, typed: { qty: '-1' } } }),
        problem: null,
      }),
    ],
    [
      'cart with a problem at a code',
      cartPage(shop, {
        filled: sampleCartView({ problem: { ...PROBLEM, form: 'gift-card', typed: { 'gift-card': 'X' } } }),
        problem: null,
      }),
    ],
    ['not found', notFoundPage(shop)],
    ['error', errorPage(shop)],
  ]);
}
