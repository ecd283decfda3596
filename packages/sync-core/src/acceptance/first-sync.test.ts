import { generateCatalogue } from '@maho-storefront/demo-backend';
import { parseKey, parseMetadata } from '@maho-storefront/kv-schema';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord } from '../run/run-record.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import type { BackendAnswers } from './testing/backend-answers.js';
import {
  contentFaults,
  listedTruth,
  listingFaults,
  productKeyFaults,
  treeFaults,
} from './testing/catalogue-faults.js';
import { expectedTree, flatTree } from './testing/expected-tree.js';
import { objectsOf } from './testing/json-object.js';
import { contractFaults, recordAt, recordsOf, redirectFaults, redirectFrom } from './testing/kv-contents.js';
import type { ProductTruth } from './testing/product-faults.js';
import type { SyncedStore } from './testing/synced-store.js';

const shop = new AcceptanceShop(generateCatalogue({ products: 1_500, categories: 40, stores: 2, seed: 1 }));

describe.each([
  { code: 'en', listed: 1_500 },
  { code: 'de', listed: 900 },
])('after the first full sync of store $code', ({ code, listed }) => {
  let store: SyncedStore;
  let answers: BackendAnswers;
  let run: RunRecord;
  let truth: Map<number, ProductTruth>;

  beforeAll(async () => {
    store = shop.store(code);
    answers = shop.answers(code);
    run = await store.soundRun();
    truth = await listedTruth(store, answers);
  }, 60_000);

  it(`holds all ${listed} listed products under their slugs, every part as the backend says`, () => {
    expect(truth.size).toBe(listed);
    expect(productKeyFaults(store, truth)).toEqual([]);
  });

  it('has products with every part that a product can have, so that the comparison means something', () => {
    const products = recordsOf(store, 'product').map(({ record }) => record);
    const count = (has: (product: (typeof products)[number]) => unknown[]) =>
      products.filter((product) => has(product).length > 0).length;
    expect({
      gallery: count(({ gallery }) => gallery) > listed * 0.9,
      variants: count(({ variants }) => variants) > 50,
      customOptions: count(({ customOptions }) => customOptions) > 10,
      groupedProducts: count(({ groupedProducts }) => groupedProducts) > 10,
      bundleOptions: count(({ bundleOptions }) => bundleOptions) > 10,
      downloadableLinks: count(({ downloadableLinks }) => downloadableLinks) > 10,
      giftcardAmounts: count(({ giftcardAmounts }) => giftcardAmounts) > 5,
      tierPrices: count(({ tierPrices }) => tierPrices) > 10,
      related: count(({ related }) => related) > 100,
      pricedTextOptions:
        products.flatMap(({ customOptions }) => customOptions).filter(({ price }) => price !== undefined)
          .length > 10,
    }).toEqual({
      gallery: true,
      variants: true,
      customOptions: true,
      groupedProducts: true,
      bundleOptions: true,
      downloadableLinks: true,
      giftcardAmounts: true,
      tierPrices: true,
      related: true,
      pricedTextOptions: true,
    });
  });

  it('gives products that share a url key addresses of their own', () => {
    const products = recordsOf(store, 'product');
    const shared = [...new Set(products.map(({ record }) => record.urlKey))]
      .map((urlKey) => products.filter(({ record }) => record.urlKey === urlKey))
      .filter((group) => group.length > 1);
    expect(shared.length).toBeGreaterThan(5);
    for (const group of shared) {
      expect(new Set(group.map(({ key }) => key.slug)).size).toBe(group.length);
      expect(group.filter(({ key, record }) => key.slug === record.urlKey)).toHaveLength(1);
    }
  });

  it("has every listing page in the merchant's order, with true totals and the products' own cards", async () => {
    expect(await listingFaults(store, answers)).toEqual([]);
    expect(recordsOf(store, 'listing').some(({ key }) => key.page >= 3)).toBe(true);
  });

  it('has the tree with all levels and true counts, and a record for each category of it', async () => {
    expect(await treeFaults(store, answers)).toEqual([]);
    const nodes = flatTree(await expectedTree(store, answers));
    expect(nodes).toHaveLength(40);
    expect(new Set(nodes.map(({ level }) => level))).toEqual(new Set([2, 3, 4]));
  });

  it('has a menu with what the merchant puts into it, and without counts', () => {
    const tree = recordAt(store, 'categories', `${code}:categories`) ?? [];
    const inMenu = (nodes: typeof tree): number[] =>
      nodes
        .filter(({ includeInMenu }) => includeInMenu)
        .flatMap((node) => [node.id, ...inMenu(node.children)]);
    const raw: unknown = JSON.parse(store.kv.entries.get(`${code}:menu`)?.value ?? '[]');
    const ids = (value: unknown): number[] =>
      objectsOf(value).flatMap((node) => [Number(node.id), ...ids(node.children)]);
    expect(ids(raw)).toEqual(inMenu(tree));
    expect(JSON.stringify(raw)).not.toContain('productCount');
  });

  it('has the whole tree once more without counts, which a product that sells out would change', () => {
    const tree = recordAt(store, 'categories', `${code}:categories`) ?? [];
    const paths = (nodes: typeof tree): object[] =>
      nodes.map(({ id, name, path, children }) => ({ id, name, path, children: paths(children) }));
    expect(JSON.parse(store.kv.entries.get(`${code}:category-paths`)?.value ?? '[]')).toEqual(paths(tree));
  });

  it('has every CMS page, block, blog post and country', async () => {
    expect(await contentFaults(store, answers)).toEqual([]);
  });

  it('has the configuration of the store', async () => {
    const config = await answers.get('/store-config');
    expect(recordAt(store, 'config', `${code}:config`)).toMatchObject({
      storeCode: code,
      storeName: config?.storeName,
      locale: config?.locale,
      timezone: config?.timezone,
      defaultDisplayCurrencyCode: config?.defaultDisplayCurrencyCode,
      cmsHomePage: 'home',
    });
  });

  it('counts in `synced` what really stands in KV', () => {
    const types = [...store.kv.entries.keys()].map((name) => parseKey(name)?.type);
    const countOf = (type: string) => types.filter((found) => found === type).length;
    expect(run.synced).toEqual({
      config: countOf('config'),
      categories: countOf('category'),
      products: countOf('product'),
      cmsPages: countOf('cms-page'),
      blogPosts: countOf('blog-post'),
      countries: countOf('countries'),
    });
    expect(run.report.written).toBe(store.kv.entries.size - 1);
    expect(run.pulse).toBe(store.pulse().hash);
  });

  it('holds keys, values and metadata that the contract can read, and the pulse over them', async () => {
    expect(await contractFaults(store)).toEqual([]);
  });

  it('writes the time of the run into the metadata', () => {
    for (const { metadata } of store.kv.entries.values()) {
      const writtenAt = Date.parse(parseMetadata(metadata)?.u ?? '');
      expect(writtenAt).toBeGreaterThanOrEqual(run.startedAt);
      expect(writtenAt).toBeLessThanOrEqual(run.finishedAt);
    }
  });

  it('redirects from every second path of a product, straight to its slug', () => {
    expect(redirectFaults(store)).toEqual([]);
    const slugs = new Set(recordsOf(store, 'product').map(({ record }) => record.slug));
    const elsewhere = recordsOf(store, 'product')
      .map(({ record }) => record)
      .filter(({ urlPath, slug }) => urlPath !== undefined && urlPath !== slug && !slugs.has(urlPath));
    for (const { urlPath, slug } of elsewhere) expect(redirectFrom(store, urlPath ?? '')).toBe(slug);
  });

  it('leaves nothing unsettled or pending, and nothing due for a quarter of a day but landing blocks', () => {
    expect(store.index.count('records', { by: 'bySettled', equals: [0] })).toBe(0);
    expect(store.index.count('pending', {})).toBe(0);
    const soon = store.index.scan('due', { by: 'byAt', upTo: shop.clock.now() + 6 * 60 * 60 * 1000 });
    expect(soon.filter(({ reason }) => reason !== 'block-changed')).toEqual([]);
  });
});
