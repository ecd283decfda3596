import { isDeepStrictEqual } from 'node:util';
import { expectedSlugs } from './address-rules.js';
import type { BackendAnswers } from './backend-answers.js';
import { textOf, toHtml } from './expected-html.js';
import { expectedTree, flatTree } from './expected-tree.js';
import { objectsOf } from './json-object.js';
import { listedIds, recordAt, recordsOf } from './kv-contents.js';
import { hasTypedOptions, type ProductTruth, productFaults } from './product-faults.js';
import type { SyncedStore } from './synced-store.js';

/** What the backend says of every listed product, by id. */
export async function listedTruth(
  store: SyncedStore,
  answers: BackendAnswers,
): Promise<Map<number, ProductTruth>> {
  const listings = await answers.products();
  const tree = flatTree(await expectedTree(store, answers));
  const slugs = expectedSlugs(listings, new Set(tree.map(({ path }) => path)));
  const truth = new Map<number, ProductTruth>();
  for (const listing of listings) {
    const id = Number(listing.id);
    const item = await answers.product(id);
    if (!item) throw new Error(`Product ${id} is listed and not there`);
    const optionPrices = hasTypedOptions(item) ? await answers.optionPrices(id) : [];
    truth.set(id, { item, listing, optionPrices, slugs });
  }
  return truth;
}

/** Every listed product that is not in KV as the backend has it, and every product record that is nobody's. */
export function productKeyFaults(store: SyncedStore, truth: ReadonlyMap<number, ProductTruth>): string[] {
  const faults: string[] = [];
  const seen = new Set<number>();
  for (const { key, record } of recordsOf(store, 'product')) {
    const expected = truth.get(record.id);
    if (seen.has(record.id)) faults.push(`product ${record.id} has more than one key`);
    seen.add(record.id);
    if (key.slug !== record.slug) faults.push(`${key.slug} holds the record of ${record.slug}`);
    if (expected) faults.push(...productFaults(record, expected));
    else faults.push(`product ${record.id} is not listed`);
  }
  for (const id of truth.keys()) if (!seen.has(id)) faults.push(`product ${id} is missing`);
  return faults;
}

/** Every listing page whose products, order, totals or cards are not those of the backend. */
export async function listingFaults(store: SyncedStore, answers: BackendAnswers): Promise<string[]> {
  const faults: string[] = [];
  const products = new Map(recordsOf(store, 'product').map(({ record }) => [record.id, record]));
  for (const { id } of flatTree(await expectedTree(store, answers))) {
    const expected = await answers.categoryProducts(id);
    const actual = listedIds(store, id);
    if (!isDeepStrictEqual(actual, expected)) faults.push(`category ${id}: ${actual} is not ${expected}`);
  }
  for (const { key, record } of recordsOf(store, 'listing')) {
    const total = listedIds(store, key.categoryId).length;
    const pages = Math.max(1, Math.ceil(total / 48));
    const isRight =
      record.page === key.page &&
      record.totalItems === total &&
      record.totalPages === pages &&
      record.products.length === Math.min(48, total - (key.page - 1) * 48);
    if (!isRight) faults.push(`category ${key.categoryId}, page ${key.page}: totals are wrong`);
    for (const card of record.products) {
      const product = products.get(card.id);
      const isSame =
        card.slug === product?.slug &&
        card.name === product.name &&
        card.finalPrice === product.finalPrice &&
        card.stockStatus === product.stockStatus;
      if (!isSame) faults.push(`category ${key.categoryId}: card of ${card.id} is not its product`);
    }
  }
  return faults;
}

/** Whether tree, menu and categories are not the backend's. */
export async function treeFaults(store: SyncedStore, answers: BackendAnswers): Promise<string[]> {
  const faults: string[] = [];
  const expected = await expectedTree(store, answers);
  const actual = recordAt(store, 'categories', `${store.code}:categories`);
  if (!isDeepStrictEqual(actual, expected)) {
    faults.push(`tree: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
  }
  const ids = flatTree(expected).map(({ id }) => id);
  const inKv = recordsOf(store, 'category').map(({ key }) => key.id);
  if (!isDeepStrictEqual(ascending(inKv), ascending(ids)))
    faults.push(`category keys: ${inKv} is not ${ids}`);
  const listed = recordsOf(store, 'listing').filter(({ key }) => key.page === 1);
  if (!isDeepStrictEqual(ascending(listed.map(({ key }) => key.categoryId)), ascending(ids))) {
    faults.push('categories with a listing are not those of the tree');
  }
  for (const { record } of recordsOf(store, 'category')) {
    const item = await answers.category(record.id);
    const pairs = [
      [record.name, item?.name],
      [record.path, item?.urlPath],
      [record.description, toHtml(item?.description)],
      [record.metaTitle, item?.metaTitle ?? undefined],
      [record.landingBlock, toHtml(item?.cmsBlock)],
      [textOf(record.description), textOf(item?.description)],
      [textOf(record.landingBlock), textOf(item?.cmsBlock)],
    ];
    if (pairs.some(([a, b]) => a !== b)) faults.push(`category ${record.id}: ${JSON.stringify(pairs)}`);
  }
  return faults;
}

/** CMS pages, blocks, blog posts and countries that are not the backend's. */
export async function contentFaults(store: SyncedStore, answers: BackendAnswers): Promise<string[]> {
  const pages = await answers.all('/cms-pages');
  const blocks = await answers.all('/cms-blocks');
  const posts = await answers.all('/blog-posts');
  const countries = objectsOf((await answers.get('/countries'))?.member);
  const code = store.code;
  const actual = {
    pages: recordsOf(store, 'cms-page').map(({ record }) => [
      record.identifier,
      record.title,
      record.content,
    ]),
    pageIndex: recordAt(store, 'cms-pages', `${code}:cms-pages`)?.map((page) => [
      page.identifier,
      page.title,
    ]),
    blocks: recordsOf(store, 'block').map(({ record }) => [record.identifier, record.content]),
    posts: recordsOf(store, 'blog-post').map(({ record }) => [record.urlKey, record.title, record.content]),
    postIndex: recordAt(store, 'blog-posts', `${code}:blog-posts`)?.map((post) => [post.urlKey, post.title]),
    countries: recordAt(store, 'countries', `${code}:countries`)?.map(({ id, name }) => [id, name]),
  };
  const rows = (from: typeof pages, ...fields: string[]) =>
    from.map((record) =>
      fields.map((field) => String((field === 'content' ? toHtml(record[field]) : record[field]) ?? '')),
    );
  const expected: Record<keyof typeof actual, string[][]> = {
    pages: rows(pages, 'identifier', 'title', 'content'),
    pageIndex: rows(pages, 'identifier', 'title'),
    blocks: rows(blocks, 'identifier', 'content'),
    posts: rows(posts, 'urlKey', 'title', 'content'),
    postIndex: rows(posts, 'urlKey', 'title'),
    countries: rows(countries, 'id', 'name'),
  };
  return Object.entries(expected).flatMap(([name, wanted]) => {
    const found = Object.entries(actual).find(([field]) => field === name)?.[1] ?? [];
    return isDeepStrictEqual(sorted(found), sorted(wanted)) ? [] : [`${name}: ${JSON.stringify(found)}`];
  });
}

function ascending(ids: readonly number[]): number[] {
  return [...ids].sort((a, b) => a - b);
}

function sorted(rows: readonly (readonly string[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
