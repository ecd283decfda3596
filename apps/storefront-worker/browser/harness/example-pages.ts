import type { CategoryNode, ProductRecord } from '@maho-storefront/kv-schema';
import type { Storefront } from '../../../../scripts/demo/synced-shop.mjs';
import { catalogOf, keyNames } from './worker-kv.js';

/** A page of a store view that stands for its kind. */
export interface ExamplePage {
  /** What kind it is. */
  kind: string;
  /** Path and query. */
  path: string;
}

/**
 * One page of every kind, and one product of every type the shop sells.
 *
 * @throws Error when the shop lacks a kind: a test of it would prove nothing.
 */
export async function examplePages(storefront: Storefront): Promise<ExamplePage[]> {
  const catalog = catalogOf(storefront);
  const products = await allProducts(storefront);
  const category = await longestCategory(storefront);
  const cmsPages = (await catalog.cmsPages()) ?? [];
  const cms = cmsPages.find(({ identifier }) => !['home', 'no-route'].includes(identifier));
  const post = (await catalog.blogPosts())?.[0];
  const word = products[0]?.name.split(' ').at(-1);
  return [
    { kind: 'home', path: '/' },
    { kind: 'category', path: `/${category.path}` },
    { kind: 'category, page 2', path: `/${category.path}?page=2` },
    { kind: 'category, by name', path: `/${category.path}?sort=name` },
    { kind: 'all categories', path: '/catalog' },
    ...productExamples(products),
    { kind: 'CMS page', path: `/${known('CMS page', cms).identifier}` },
    { kind: 'blog', path: '/blog' },
    { kind: 'blog post', path: `/blog/${known('blog post', post).urlKey}` },
    { kind: 'search with results', path: `/search?q=${known('product', word)}` },
    { kind: 'search without a result', path: '/search?q=xylophonist' },
    { kind: 'empty cart', path: '/cart' },
    { kind: 'not found', path: '/there-is-no-such-page' },
  ];
}

/** The category that most products are in, which has more than one page. */
export async function longestCategory(storefront: Storefront): Promise<CategoryNode> {
  const tree = (await catalogOf(storefront).categories()) ?? [];
  const [longest] = [...tree].sort((a, b) => b.productCount - a.productCount);
  return known('category', longest);
}

/** Every product that has a page, listed or not. */
export async function allProducts(storefront: Storefront): Promise<ProductRecord[]> {
  const prefix = `${storefront.code}:product:`;
  const keys = await keyNames(storefront, prefix);
  const slugs = keys.map((key) => decodeURIComponent(key.slice(prefix.length)));
  return (await catalogOf(storefront).products(slugs)).filter((product) => product !== null);
}

/** A product of a type that is bought as it is. */
export async function plainProduct(storefront: Storefront, type: string): Promise<ProductRecord> {
  const products = await allProducts(storefront);
  return known(
    `${type} product without options`,
    products.find(
      (product) => product.type === type && product.stockStatus === 'in_stock' && !product.hasRequiredOptions,
    ),
  );
}

/** @throws Error when there is none. */
export function known<T>(what: string, found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Error(`The shop of this test has no ${what}.`);
  return found;
}

/** Every type of product that Maho sells. */
export const PRODUCT_TYPES = [
  'simple',
  'configurable',
  'grouped',
  'bundle',
  'downloadable',
  'virtual',
  'giftcard',
];

function productExamples(products: readonly ProductRecord[]): ExamplePage[] {
  const inStock = products.filter(({ stockStatus }) => stockStatus === 'in_stock');
  const examples = new Map(
    PRODUCT_TYPES.map((type) => [`${type} product`, inStock.find((product) => product.type === type)]),
  );
  const [optioned] = [...inStock].sort((a, b) => b.customOptions.length - a.customOptions.length);
  examples.set('product with options', optioned);
  examples.set(
    'product that is sold out',
    products.find(({ stockStatus }) => stockStatus !== 'in_stock'),
  );
  return [...examples].map(([kind, product]) => ({ kind, path: `/${known(kind, product).slug}` }));
}
