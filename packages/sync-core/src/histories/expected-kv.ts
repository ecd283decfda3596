import {
  buildKey,
  type CategoryNode,
  type KvKey,
  LISTING_PAGE_SIZE,
  type MenuNode,
  type ProductRecord,
} from '@maho-storefront/kv-schema';
import {
  blogPostSchema,
  categoryItemSchema,
  cmsBlockSchema,
  cmsPageSchema,
  productCustomOptionSchema,
  productItemSchema,
  productListingSchema,
  storeConfigSchema,
} from '@maho-storefront/maho-client';
import { backendUrl } from '../records/backend-url.js';
import { categoryRecord } from '../records/category-record.js';
import { blogPostRecord, cmsBlockRecord, cmsPageRecord } from '../records/content-records.js';
import { contentHtml } from '../records/html/content-html.js';
import { productCard, productRecord } from '../records/product-record.js';
import { storeConfigRecord } from '../records/store-config-record.js';
import { expectedAddresses } from './expected-addresses.js';
import { type ModelContent, type ModelShop, ROOT_CATEGORY } from './model-shop.js';
import {
  blogPost,
  categoryItem,
  cmsContent,
  optionPrices,
  productItem,
  productListing,
  STORE,
  storeConfig,
} from './model-shop-records.js';

export const MODEL_STORE = 'en';
export const MODEL_URL = 'https://model.example';
const toUrl = backendUrl(MODEL_URL);
const toHtml = contentHtml({ backendOrigins: [MODEL_URL] });

/**
 * What must stand in KV for a shop, redirects and pulse aside: written down from the shop itself, without
 * any of the sync's bookkeeping. Only the builders of single records are shared with it.
 *
 * @param knownIds products that a sync has ever seen listed: out of stock or found by search alone, they stay.
 */
export function expectedKv(shop: ModelShop, knownIds: ReadonlySet<number>): Map<string, object> {
  const kv = new Map<string, object>();
  const put = (key: KvKey, record: object) => kv.set(buildKey(key), record);
  const store = MODEL_STORE;
  const slugs = expectedAddresses(shop, knownIds);
  const records = new Map([...slugs.keys()].map((id) => [id, expectedProduct(shop, id, slugs)]));
  for (const [id, record] of records) put({ type: 'product', store, slug: slugs.get(id) ?? '' }, record);
  put(
    { type: 'config', store },
    storeConfigRecord(storeConfigSchema.parse(storeConfig(shop)), STORE.id, toUrl),
  );
  putListings(shop, records, put);
  putCategories(shop, put);
  putContents(shop, put);
  return kv;
}

function expectedProduct(shop: ModelShop, id: number, slugs: ReadonlyMap<number, string>): ProductRecord {
  const product = shop.products.get(id);
  if (!product) throw new RangeError(`The shop has no product ${id}`);
  return productRecord({
    item: productItemSchema.parse(productItem(shop, product)),
    listing: productListingSchema.parse(productListing(product)),
    optionPrices: optionPrices(product).map((option) => productCustomOptionSchema.parse(option)),
    slug: slugs.get(id) ?? '',
    slugOf: (other) => slugs.get(other),
    toUrl,
    toHtml,
  });
}

type Put = (key: KvKey, record: object) => void;

function putListings(shop: ModelShop, records: ReadonlyMap<number, ProductRecord>, put: Put): void {
  for (const category of shop.activeTree()) {
    const products = shop.productsOf(category).flatMap((id) => records.get(id) ?? []);
    const totalPages = Math.max(1, Math.ceil(products.length / LISTING_PAGE_SIZE));
    for (let page = 1; page <= totalPages; page += 1) {
      const shown = products.slice((page - 1) * LISTING_PAGE_SIZE, page * LISTING_PAGE_SIZE);
      put(
        { type: 'listing', store: MODEL_STORE, categoryId: category.id, page },
        {
          products: shown.map((product) => ({ ...productCard(product), slug: product.slug })),
          page,
          pageSize: LISTING_PAGE_SIZE,
          totalItems: products.length,
          totalPages,
        },
      );
    }
  }
}

function putCategories(shop: ModelShop, put: Put): void {
  for (const category of shop.activeTree()) {
    const item = categoryItemSchema.parse(categoryItem(shop, category));
    put(
      { type: 'category', store: MODEL_STORE, id: category.id },
      categoryRecord(item, shop.pathOf(category), toUrl, toHtml),
    );
  }
  const tree = treeBelow(shop, ROOT_CATEGORY);
  put({ type: 'categories', store: MODEL_STORE }, tree);
  put({ type: 'category-paths', store: MODEL_STORE }, pathsOf(tree));
  put({ type: 'menu', store: MODEL_STORE }, menuOf(tree));
}

function treeBelow(shop: ModelShop, parentId: number): CategoryNode[] {
  return shop
    .activeTree()
    .filter((category) => category.parentId === parentId)
    .sort((a, b) => a.position - b.position || a.id - b.id)
    .map((category) => ({
      id: category.id,
      name: category.name,
      path: shop.pathOf(category),
      level: shop.levelOf(category),
      includeInMenu: category.includeInMenu,
      productCount: shop.productsOf(category).length,
      children: treeBelow(shop, category.id),
    }));
}

function pathsOf(tree: readonly CategoryNode[]): MenuNode[] {
  return tree.map(({ id, name, path, children }) => ({ id, name, path, children: pathsOf(children) }));
}

function menuOf(tree: readonly CategoryNode[]): MenuNode[] {
  return tree
    .filter(({ includeInMenu }) => includeInMenu)
    .map(({ id, name, path, children }) => ({ id, name, path, children: menuOf(children) }));
}

function putContents(shop: ModelShop, put: Put): void {
  const store = MODEL_STORE;
  const categoryPaths = new Set(shop.activeTree().map((category) => shop.pathOf(category)));
  const pages = owners(shop.pages.values()).filter(({ address }) => !categoryPaths.has(address));
  for (const page of pages) {
    const record = cmsPageRecord(cmsPageSchema.parse(cmsContent(page)), toHtml);
    put({ type: 'cms-page', store, identifier: page.address }, record);
  }
  put(
    { type: 'cms-pages', store },
    pages.map(({ id, address, title }) => ({ id, identifier: address, title })),
  );
  for (const block of owners(shop.blocks.values())) {
    const record = cmsBlockRecord(cmsBlockSchema.parse(cmsContent(block)), toHtml);
    put({ type: 'block', store, identifier: block.address }, record);
  }
  const posts = owners(shop.posts.values());
  for (const post of posts) {
    const record = blogPostRecord(blogPostSchema.parse(blogPost(post)), toUrl, toHtml);
    put({ type: 'blog-post', store, urlKey: post.address }, record);
  }
}

/** One per address: made for the store before made for all, then the lowest id; ascending by address. */
function owners(contents: Iterable<ModelContent>): ModelContent[] {
  const sorted = [...contents].sort(
    (a, b) =>
      (a.address < b.address ? -1 : a.address > b.address ? 1 : 0) ||
      Number(a.isGeneric) - Number(b.isGeneric) ||
      a.id - b.id,
  );
  return sorted.filter((content, n) => content.address !== sorted[n - 1]?.address);
}
