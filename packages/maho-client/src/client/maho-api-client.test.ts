import { expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { productListingSchema } from '../schemas/product-listing.js';
import { pagedBackend, rowsWithIds } from '../testing/paged-backend.js';
import { listedProduct, productItemBody } from '../testing/product-bodies.js';
import { collection, json, scriptedFetch } from '../testing/scripted-fetch.js';
import { MahoApiClient } from './maho-api-client.js';

const baseUrl = 'https://shop.example';

function clientOf(...answers: Parameters<typeof scriptedFetch>) {
  const { fetch, seen } = scriptedFetch(...answers);
  return { client: new MahoApiClient({ baseUrl, fetch, storeCode: 'en', retries: 0 }), seen };
}

test('sends the parameters of a product page under the names that Maho knows', async () => {
  const { client, seen } = clientOf(json(collection([listedProduct(1)], 7)));
  const page = await client.productPage({
    page: 2,
    itemsPerPage: 1,
    sortBy: 'entity_id',
    updatedSince: new Date('2026-11-23T10:00:00Z'),
    nonce: 'n1',
  });
  expect(page).toMatchObject({ totalItems: 7, page: 2, itemsPerPage: 1, rejected: [] });
  expect(seen[0]?.url.pathname).toBe('/api/rest/v2/products');
  expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual({
    page: '2',
    itemsPerPage: '1',
    sortBy: 'entity_id',
    updatedSince: '2026-11-23T10:00:00.000Z',
    _: 'n1',
  });
});

test('asks for several products by id in one request', async () => {
  const { client, seen } = clientOf(json(collection([listedProduct(7)])));
  await client.productPage({ ids: [7, 9], itemsPerPage: 100 });
  expect(seen[0]?.url.searchParams.getAll('attr_entity_id[in][]')).toEqual(['7', '9']);
});

test('reads only ids where only ids are asked for, whatever else a member holds', async () => {
  const { client } = clientOf(json(collection([{ id: 5, sku: null }, { id: 9 }])));
  expect((await client.productIdPage({ categoryId: 3, sortBy: 'position' })).items).toEqual([5, 9]);
});

test('asks for the whole active tree with one parameter', async () => {
  const { client, seen } = clientOf(json(collection([])));
  await client.categories({ parentId: 'any', itemsPerPage: 500 });
  expect(seen[0]?.url.searchParams.get('parentId[gt]')).toBe('0');
  expect(seen[0]?.url.searchParams.has('parentId')).toBe(false);
});

test('gives a product, and refuses another than the one asked for', async () => {
  const { client } = clientOf(json(productItemBody(40)));
  expect((await client.product(40)).variants).toHaveLength(2);
  await expect(client.product(41)).rejects.toMatchObject({ code: 'invalid_response', retryable: false });
});

test('never sends an id that is none: Maho would answer 394.5 with product 394', async () => {
  const { client, seen } = clientOf(json(productItemBody(394)));
  await expect(client.product(394.5)).rejects.toThrow(RangeError);
  await expect(client.category(0)).rejects.toThrow(RangeError);
  await expect(client.productCustomOptions(-1)).rejects.toThrow(RangeError);
  expect(seen).toHaveLength(0);
});

test('says which field of an item cannot be read', async () => {
  const { client } = clientOf(json({ ...productItemBody(40), variants: [{ id: 41 }] }));
  await expect(client.product(40)).rejects.toThrow(/variants\.0\.sku/);
});

test('leaves no member out of a list that is not paged', async () => {
  const { client } = clientOf(json(collection([{ code: 'EUR', exchangeRate: 1 }, { code: 'USD' }])));
  await expect(client.currencies()).rejects.toThrow(/member 1: exchangeRate/);
});

test('resolves a path to null when the backend knows nothing of it', async () => {
  const { client, seen } = clientOf(json(collection([{ type: 'product', id: 5 }])), json(collection([])));
  expect(await client.resolveUrl('women/shoes')).toMatchObject({ type: 'product', id: 5 });
  expect(await client.resolveUrl('nothing')).toBeNull();
  expect(seen[0]?.url.searchParams.get('path')).toBe('women/shoes');
});

test('shares the limiter and everything else with the client of another store', async () => {
  const { client, seen } = clientOf(json(collection([])));
  const french = client.withStore('fr');
  await french.stores();
  expect(french.limiter).toBe(client.limiter);
  expect([client.storeCode, french.storeCode]).toEqual(['en', 'fr']);
  expect(seen[0]?.headers.get('x-store-code')).toBe('fr');
});

test('yields every item of a path, as sent without a schema', async () => {
  const { fetch } = pagedBackend({ rows: () => rowsWithIds(1, 25) });
  const client = new MahoApiClient({ baseUrl, fetch });
  const items: unknown[] = [];
  for await (const item of client.fetchAllPages('/products?itemsPerPage=10')) items.push(item);
  expect(items).toEqual(rowsWithIds(1, 25));
});

test('yields parsed items with a schema, and hands unreadable ones to whoever asked for them', async () => {
  const { fetch } = pagedBackend({ rows: () => [listedProduct(1), { id: 2 }, listedProduct(3)] });
  const client = new MahoApiClient({ baseUrl, fetch });
  const rejected: (number | null)[] = [];
  const ids: number[] = [];
  const onRejected = ({ id }: { id: number | null }) => void rejected.push(id);
  for await (const product of client.fetchAllPages('/products', productListingSchema, { onRejected })) {
    expectTypeOf(product.sku).toBeString();
    ids.push(product.id);
  }
  expect([ids, rejected]).toEqual([[1, 3], [2]]);
});

test('throws at an unreadable item that nobody asked for', async () => {
  const { fetch } = pagedBackend({ rows: () => [{ id: 'x' }] });
  const all = new MahoApiClient({ baseUrl, fetch }).fetchAllPages('/products', z.object({ id: z.int() }));
  await expect(all.next()).rejects.toMatchObject({ code: 'invalid_response' });
});

test('shows no secret when it is printed', () => {
  const client = new MahoApiClient({ baseUrl, basicAuth: 'ann:hunter2', workerAuth: 'w0rker' });
  expect(JSON.stringify(client)).toBe('{}');
});

test.each([
  ['an empty store code', { storeCode: '' }],
  ['a store code with a line break', { storeCode: 'en\r\nX: y' }],
  ['a negative number of retries', { retries: -1 }],
  ['a timeout of 0', { timeoutMs: 0 }],
])('refuses %s', (_name, wrong) => {
  expect(() => new MahoApiClient({ baseUrl, ...wrong })).toThrow(/storeCode|retries|timeoutMs/);
});

test('works with the platform fetch when none is given', async () => {
  const { fetch, seen } = scriptedFetch(json(collection([])));
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => fetch(String(input), init ?? {});
  try {
    await new MahoApiClient({ baseUrl }).stores();
  } finally {
    globalThis.fetch = original;
  }
  expect(seen).toHaveLength(1);
});
