import {
  blogPostRecordSchema,
  categoryRecordSchema,
  cmsPageRecordSchema,
  listingPageRecordSchema,
  productCardSchema,
  productRecordSchema,
  storeConfigRecordSchema,
} from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { blogPostPage } from './blog/blog-post-page.js';
import { categoryPage } from './category/category-page.js';
import { cmsPage } from './cms/cms-page.js';
import { homePage } from './home/home-page.js';
import { renderDocument } from './layout.js';
import { productPage } from './product/product-page.js';
import { pageProblems, structuredData } from './testing/page-audit.js';
import { SAMPLE_CATEGORY, sampleCategoryData, sampleListing } from './testing/sample-pages.js';
import { SAMPLE_PRODUCTS, sampleCard } from './testing/sample-products.js';
import { sampleShop } from './testing/sample-shop.js';

interface Schema<T> {
  safeParse(value: unknown): { success: boolean };
  parse(value: unknown): T;
}

/** The record without any field, at any depth, that it can lack and still be one. */
function sparse<T>(schema: Schema<T>, record: T): T {
  const copy: unknown = JSON.parse(JSON.stringify(record));
  strip(copy, () => schema.safeParse(copy).success);
  return schema.parse(copy);
}

function strip(value: unknown, isStillARecord: () => boolean): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) {
      Reflect.deleteProperty(value, name);
      if (isStillARecord()) continue;
      Reflect.set(value, name, inner);
    }
    strip(inner, isStillARecord);
  }
}

const full = sampleShop();
const shop = { ...full, config: sparse(storeConfigRecordSchema, full.config), cmsPages: undefined };
const card = sparse(productCardSchema, sampleCard());

function expectSound(html: string): void {
  expect(pageProblems(html)).toEqual([]);
  expect(html).not.toMatch(/undefined|NaN|\[object |Invalid Date|>null</);
  expect(JSON.stringify(structuredData(html))).not.toMatch(/null|NaN/);
}

describe('a record with nothing but what it cannot lack', () => {
  it.each(Object.entries(SAMPLE_PRODUCTS))('has a sound page: product of type %s', (type, product) => {
    const bare = sparse(productRecordSchema, product);
    const content = productPage(shop, { product: bare, trail: [], related: [card], upsell: [card] });
    const html = renderDocument(shop, content);
    expectSound(html);
    expect([type, html.includes(bare.name)]).toEqual([type, true]);
  });

  it('has a sound page: category, CMS page, post and home', () => {
    const page = { id: 1, identifier: 'about', title: 'About', content: '<p>x</p>', metaDescription: 'x' };
    const post = {
      id: 1,
      urlKey: 'hello',
      title: 'Hello',
      content: '<p>x</p>',
      publishDate: '2026-01-01',
      categoryIds: [1],
    };
    for (const content of [
      categoryPage(shop, {
        ...sampleCategoryData(),
        category: sparse(categoryRecordSchema, SAMPLE_CATEGORY),
        listing: sparse(listingPageRecordSchema, sampleListing()),
      }),
      cmsPage(shop, { page: sparse(cmsPageRecordSchema, page) }),
      blogPostPage(shop, { post: sparse(blogPostRecordSchema, post), categories: [] }),
      homePage(shop, { cms: null, tiles: [], products: [card] }),
    ]) {
      expectSound(renderDocument(shop, content));
    }
  });

  it('is what these tests render', () => {
    const { simple } = SAMPLE_PRODUCTS;
    if (!simple) throw new Error('There is a simple product among the samples.');
    const bare = sparse(productRecordSchema, simple);
    expect(Object.keys(bare)).toEqual(expect.arrayContaining(['id', 'name', 'slug']));
    expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['price']));
  });
});
