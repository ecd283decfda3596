import { generateCatalogue } from '@maho-storefront/demo-backend';
import { beforeAll, describe, expect, it } from 'vitest';
import { openNodeSqliteIndex } from '../catalog-index/node-sqlite.js';
import type { RunRecord } from '../run/run-record.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { reachableCategories } from './testing/expected-tree.js';
import { contentDifferences } from './testing/kv-contents.js';
import { hasTypedOptions } from './testing/product-faults.js';
import type { SyncedStore } from './testing/synced-store.js';

const PAGE = /^\/products\?(?!.*categoryId)/;
const CATEGORY_LISTING = /^\/products\?.*categoryId/;
const CATEGORY = /^\/categories\/\d+$/;
const OPTIONS = /^\/products\/\d+\/custom-options$/;
const MAX_OTHER_REQUESTS = 12;
const MAX_IN_FLIGHT = 6;

const shop = new AcceptanceShop(generateCatalogue({ products: 430, categories: 40, stores: 2, seed: 2 }));
/** A first sync of `en` in memory. */
let reference: SyncedStore;

beforeAll(async () => {
  reference = shop.store('en');
  await reference.soundRun();
});

describe.each([
  { code: 'en', listed: 430 },
  { code: 'de', listed: 258 },
])('what a full sync of store $code asks of the backend', ({ code, listed }) => {
  let store: SyncedStore;
  let asked: { all: string[]; items: number[]; highestInFlight: number };

  beforeAll(async () => {
    store = shop.store(code);
    shop.forgetRequests();
    await store.soundRun();
    asked = {
      all: shop.requestsOf(code, /./),
      items: shop.itemRequests(code),
      highestInFlight: shop.backend.stats.highestInFlight,
    };
  }, 60_000);

  const matching = (pattern: RegExp) => asked.all.filter((path) => pattern.test(path));

  it('is each page of the product listing once', () => {
    const pages = matching(PAGE).map((path) => Number(/[?&]page=(\d+)/.exec(path)?.[1]));
    expect(pages).toEqual(Array.from({ length: Math.ceil(listed / 100) }, (_, n) => n + 1));
  });

  it('is each listed product once', async () => {
    const ids = (await shop.answers(code).products()).map(({ id }) => Number(id));
    expect(ids).toHaveLength(listed);
    expect(asked.items.toSorted((a, b) => a - b)).toEqual(ids);
  });

  it('is the pages of each category once, and each category once', async () => {
    let pages = 0;
    const categories = reachableCategories(shop.catalogue, code);
    for (const { id } of categories) {
      const products = (await shop.answers(code).categoryProducts(id)).length;
      pages += Math.max(1, Math.ceil(products / 100));
    }
    expect(categories).toHaveLength(40);
    expect(matching(CATEGORY_LISTING)).toHaveLength(pages);
    expect(new Set(matching(CATEGORY))).toEqual(new Set(categories.map(({ id }) => `/categories/${id}`)));
    expect(matching(CATEGORY)).toHaveLength(categories.length);
  });

  it('is the option prices of products that have text, file or date options, and of no others', async () => {
    const answers = shop.answers(code);
    const expected: string[] = [];
    for (const { id } of await answers.products()) {
      const item = await answers.product(Number(id));
      if (item && hasTypedOptions(item)) expected.push(`/products/${id}/custom-options`);
    }
    expect(expected.length).toBeGreaterThan(3);
    expect(matching(OPTIONS).toSorted()).toEqual(expected.toSorted());
  });

  it(`is at most ${MAX_OTHER_REQUESTS} requests for everything else`, () => {
    const counted = [PAGE, CATEGORY_LISTING, CATEGORY, OPTIONS].flatMap(matching).length + asked.items.length;
    expect(asked.all.length - counted).toBeLessThanOrEqual(MAX_OTHER_REQUESTS);
  });

  it(`never has more than ${MAX_IN_FLIGHT} requests in flight, and does use them`, () => {
    expect(asked.highestInFlight).toBe(MAX_IN_FLIGHT);
  });

  it('reads every listing page past the cache, with a parameter never used before', () => {
    const reads = [...matching(PAGE), ...matching(CATEGORY_LISTING)];
    expect(new Set(reads).size).toBe(reads.length);
    const known = new Set(['page', 'itemsPerPage', 'sortBy', 'categoryId', 'sortDir']);
    const nonces = reads.map((path) =>
      [...new URLSearchParams(path.split('?')[1])].filter(([name]) => !known.has(name)).join(),
    );
    expect(new Set(nonces).size).toBe(reads.length);
  });
});

describe.each([
  { name: 'memory', open: () => undefined },
  { name: 'node:sqlite', open: () => openNodeSqliteIndex(':memory:') },
])('a second full sync with nothing changed, index in $name', ({ open }) => {
  let store: SyncedStore;
  let first: RunRecord;
  let second: RunRecord;
  let pulseBefore: string | undefined;

  beforeAll(async () => {
    const index = open();
    store = shop.store('en', index ? { index } : {});
    first = await store.soundRun();
    pulseBefore = store.kv.entries.get('en:pulse')?.value;
    store.kv.forget();
    shop.forgetRequests();
    shop.clock.advance(60_000);
    second = await store.soundRun();
  }, 60_000);

  it('asks for no product, no category and no option price', () => {
    expect(shop.itemRequests('en')).toEqual([]);
    expect(shop.requestsOf('en', CATEGORY)).toEqual([]);
    expect(shop.requestsOf('en', OPTIONS)).toEqual([]);
    expect(shop.requestsOf('en', PAGE)).toHaveLength(5);
  });

  it('writes and deletes nothing in KV', () => {
    expect(store.kv.puts).toEqual([]);
    expect(store.kv.deletes).toEqual([]);
    expect(second.report).toMatchObject({ written: 0, deleted: 0 });
    expect(second.unchanged).toBe(first.report.written);
  });

  it('leaves the pulse as it was, to the letter', () => {
    expect(second.pulse).toBe(first.pulse);
    expect(store.kv.entries.get('en:pulse')?.value).toBe(pulseBefore);
  });

  it('writes rows into the index by pages and categories, not by products', () => {
    const pages = Math.ceil(430 / 100);
    expect(second.report.indexRowsWritten).toBeLessThanOrEqual(pages + 40 + 40);
  });

  it('counts the same records as before', () => {
    expect(second.synced).toEqual(first.synced);
  });

  it('leaves KV as a first sync with its index in memory has it', () => {
    expect(contentDifferences(store, reference)).toEqual([]);
    expect(store.pulse().hash).toBe(reference.pulse().hash);
  });
});
