import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { backendControl } from './testing/backend-control.js';
import { call, keyNames, post, pulse } from './testing/worker-client.js';

// What the shop's admin module sends, call by call: no body, a form's content type, the secret in a header.
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: '*/*' };
const productSchema = z.object({
  id: z.number(),
  type: z.string(),
  slug: z.string(),
  price: z.number().optional(),
});

beforeAll(async () => {
  expect((await post('/sync')).json.success).toBe(true);
});

afterAll(() => reset());

function byId(type: string, ids: unknown, store?: string) {
  const query = store === undefined ? '' : `?store=${store}`;
  return post(`/sync/${type}-by-id${query}`, {
    headers: { 'Content-Type': 'application/json', Accept: '*/*' },
    body: JSON.stringify({ ids }),
  });
}

/** A product of both stores, of a type that no other product holds. */
async function aProduct(n = 0): Promise<z.infer<typeof productSchema>> {
  const de = await keyNames('de:product:');
  const shared = (await keyNames('en:product:')).filter((key) => de.includes(key.replace(/^en/, 'de')));
  const records = await Promise.all(shared.map((key) => env.CONTENT.get(key, 'json')));
  const products = records.map((record) => productSchema.parse(record));
  const found = products.filter(({ type }) => type === 'configurable')[n];
  if (found === undefined) throw new Error('The stores share no such product.');
  return found;
}

function priceIn(store: string, slug: string): Promise<unknown> {
  return env.CONTENT.get(`${store}:product:${slug}`, 'json').then(
    (record) => productSchema.parse(record).price,
  );
}

describe('the calls of the shop’s admin module', () => {
  test('its dashboard reads the pulse', async () => {
    const { status, json } = await call('/pulse');
    expect([status, json.updatedAt]).toEqual([200, expect.stringMatching(/^\d{4}-/)]);
  });

  test.each(['config', 'countries', 'categories', 'products', 'cms', 'blog'])(
    'its sync of %s has no body and a form’s content type, with and without a store',
    async (type) => {
      for (const query of ['', '?store=en']) {
        const { status, json } = await post(`/sync/${type}${query}`, { headers: FORM, body: '' });
        expect([status, json.success, json.written]).toEqual([200, true, 0]);
      }
    },
  );

  test('one edited product costs at most three requests a store and is in KV when the call is answered', async () => {
    const { id, slug } = await aProduct();
    await backendControl.edit({ op: 'updateProduct', id, patch: { price: 432.1 } });
    await backendControl.forgetRequests();
    const before = (await pulse()).hash;
    const { status, json } = await byId('products', [id]);
    expect([status, json.success, Object.keys(z.object({}).loose().parse(json.synced))]).toEqual([
      200,
      true,
      ['products'],
    ]);
    const stats = z.object({ byRoute: z.record(z.string(), z.number()) }).parse(await backendControl.stats());
    const catalogueReads = Object.entries(stats.byRoute).filter(([route]) => route !== 'stores');
    expect(catalogueReads.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(2 * 3);
    expect(await priceIn('en', slug)).toBe(432.1);
    expect((await pulse()).hash).not.toBe(before);
  });

  test('the page shows the edit with the next request', async () => {
    const { id, slug } = await aProduct(1);
    const page = { secret: null, variables: { PULSE_MEMO_MS: 0 }, origin: 'https://en.localhost' };
    await call(`/${slug}`, page);
    await backendControl.edit({ op: 'updateProduct', id, patch: { name: 'Renamed a moment ago' } });
    await byId('products', [id]);
    expect((await call(`/${slug}`, page)).text).toContain('Renamed a moment ago');
  });

  test('an edited category is synced by its id', async () => {
    const [key = ''] = await keyNames('en:category:');
    const id = Number(key.split(':')[2]);
    await backendControl.edit({ op: 'updateCategory', id, patch: { description: '<p>New text</p>' } });
    expect((await byId('categories', [id])).json.success).toBe(true);
    expect(await env.CONTENT.get(key, 'json')).toMatchObject({ description: '<p>New text</p>' });
  });

  test('ids that exist no more are no failure', async () => {
    const { status, json } = await byId('products', [5_000_001, 5_000_002], 'en');
    expect([status, json.success, json.written, json.retrying]).toEqual([200, true, 0, []]);
  });

  test('its key browser reads names of keys', async () => {
    const { json } = await call('/cache/keys');
    expect(z.array(z.string()).parse(json.keys)).toContain('en:config');
  });

  test('its deletion of keys is answered with a JSON object', async () => {
    const { status, json } = await post('/cache/delete', {
      body: JSON.stringify({ keys: ['en:countries'] }),
    });
    expect([status, json.deleted]).toEqual([200, 1]);
  });
});

describe('bad lists of ids', () => {
  test.each([
    ['texts', ['101']],
    ['a negative one', [-1]],
    ['a fraction', [1.5]],
    ['zero', [0]],
    ['none', []],
    ['no list', 'all'],
    ['more than 10,000', Array.from({ length: 10_001 }, (_, n) => n + 1)],
    ['nothing', undefined],
  ])('%s: 400 with what to send', async (_what, ids) => {
    const { status, json } = await byId('products', ids);
    expect([status, json.error, json.message]).toEqual([
      400,
      'invalid_ids',
      expect.stringContaining('"ids"'),
    ]);
  });

  test('repeated ones count once', async () => {
    const { id } = await aProduct(2);
    const { json } = await byId('products', [id, id, id], 'en');
    expect(json.success).toBe(true);
  });

  test('an unknown store is named with those that are known', async () => {
    const { status, json } = await byId('products', [1], 'nowhere');
    expect([status, json.error]).toEqual([400, 'unknown_store']);
  });

  test('ten thousand are taken, to be worked off in slices', async () => {
    const ids = Array.from({ length: 10_000 }, (_, n) => 5_000_000 + n);
    const { status, json } = await post('/sync/products-by-id?store=en', {
      headers: { Prefer: 'respond-async' },
      body: JSON.stringify({ ids }),
    });
    expect([status, json.state]).toEqual([202, 'running']);
    expect((await post(`/sync/runs/${json.run}/cancel`)).status).toBe(200);
  });
});
