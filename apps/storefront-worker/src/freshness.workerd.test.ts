import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { keys, type ProductRecord } from '@maho-storefront/kv-schema';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { platformClock } from './platform/clock.js';
import { backendControl } from './testing/backend-control.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { type Answer, type CallOptions, call, type Isolate, post } from './testing/worker-client.js';
import { makeWorker } from './worker.js';

const PAUSE_MS = 300_000;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const runsSchema = z.array(z.object({ id: z.string(), scope: z.string(), trigger: z.string() }));
const statsSchema = z.object({ byRoute: z.record(z.string(), z.number()) });

const shop = new ShopInKv('en');
let products: ProductRecord[];
let isolate: Isolate;
/** Stands still within a test, and never goes back. */
let now = Date.now();

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
  products = (await shop.products()).filter(({ type }) => type === 'simple');
});

beforeEach(async () => {
  // A budget that nobody has used.
  isolate = makeWorker();
  await catalog().runs(1);
  await evictDurableObject(catalog());
  now = Math.max(now, Date.now());
  vi.spyOn(platformClock, 'now').mockImplementation(() => now);
});

afterEach(() => vi.restoreAllMocks());

const catalog = () => env.STORE_CATALOG.getByName('en');

/** Asks as a browser does that shows the page. */
function doubt(path: unknown, options: CallOptions = {}): Promise<Answer> {
  return call('/freshness', {
    method: 'POST',
    isolate,
    origin: 'http://en.localhost',
    secret: null,
    headers: { ...JSON_TYPE, 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ path }),
    ...options,
  });
}

/** Lets the store's alarms do what there is to do; time stands still, so they are rung by hand. */
async function ringAlarms(): Promise<void> {
  for (let alarms = 0; alarms < 50; alarms += 1) {
    await runDurableObjectAlarm(catalog());
    const [latest] = await catalog().runs(1);
    if (latest?.state !== 'queued' && latest?.state !== 'running') return;
  }
  throw new Error('The run does not end.');
}

async function visitorRuns(): Promise<string[]> {
  const { json } = await call('/sync/runs?store=en&limit=100');
  return runsSchema
    .parse(json.runs)
    .filter(({ trigger }) => trigger === 'visitor')
    .map(({ scope }) => scope);
}

async function aProduct(n: number): Promise<ProductRecord> {
  const product = products[n];
  if (product === undefined) throw new Error(`The shop has no simple product ${n}.`);
  return product;
}

describe('a visitor who doubts a page', () => {
  test('is told that the shop was asked a moment ago, and it is not asked again', async () => {
    const { slug, id } = await aProduct(0);
    await backendControl.forgetRequests();
    const { status, json } = await doubt(`/${slug}`);
    expect([status, json]).toMatchObject([200, { accepted: false, type: 'product', id }]);
    expect(json.secondsAgo).toBeLessThan(300);
    expect(json.lookedAt).toMatch(/^\d{4}-.*Z$/);
    expect(statsSchema.parse(await backendControl.stats()).byRoute).toEqual({});
  });

  test('has it looked at once, together with all who ask, and then it is true', async () => {
    const { slug, id } = await aProduct(1);
    await backendControl.edit({ op: 'updateProduct', id, patch: { price: 4_321.5 } });
    now += PAUSE_MS;
    const before = (await visitorRuns()).length;
    const answers = await Promise.all(Array.from({ length: 10 }, () => doubt(`/${slug}?utm_source=x#top`)));
    for (const { status, json } of answers) {
      expect([status, json]).toMatchObject([202, { accepted: true, type: 'product', id }]);
    }
    await ringAlarms();
    expect(await env.CONTENT.get(keys.product('en', slug), 'json')).toMatchObject({ price: 4_321.5 });
    expect((await visitorRuns()).length).toBe(before + 1);
    expect((await doubt(`/${slug}`)).json).toMatchObject({ accepted: false, secondsAgo: 0 });
    now += PAUSE_MS;
    expect((await doubt(`/${slug}`)).json).toMatchObject({ accepted: true });
    await ringAlarms();
  });

  test('of a category has its record and order looked at', async () => {
    const [category] = await shop.categories();
    if (category === undefined) throw new Error('The shop has no category.');
    now += PAUSE_MS;
    await backendControl.edit({ op: 'updateCategory', id: category.id, patch: { name: 'Seen again' } });
    const { status, json } = await doubt(`/${category.path}`);
    expect([status, json]).toMatchObject([202, { accepted: true, type: 'category', id: category.id }]);
    await ringAlarms();
    const key = keys.category('en', category.id);
    expect(await env.CONTENT.get(key, 'json')).toMatchObject({ name: 'Seen again' });
    expect((await visitorRuns())[0]).toBe('categories-by-id');
  });

  test('is answered the same while the backend is down, and costs it no second attempt', async () => {
    const { slug } = await aProduct(2);
    now += PAUSE_MS;
    await backendControl.fail([{ kind: 'status', status: 500 }]);
    expect((await doubt(`/${slug}`)).status).toBe(202);
    await ringAlarms();
    const before = (await visitorRuns()).length;
    expect((await doubt(`/${slug}`)).status).toBe(202);
    expect((await visitorRuns()).length).toBe(before);
    await backendControl.heal();
    now += 120_000;
    await ringAlarms();
    expect((await doubt(`/${slug}`)).json).toMatchObject({ accepted: false, secondsAgo: 0 });
  });
});

describe('a stranger who doubts every page', () => {
  test('causes twenty looks a minute, and is told when there is another', async () => {
    now += 2 * PAUSE_MS;
    await backendControl.forgetRequests();
    const all = await shop.products();
    expect(all.length).toBeGreaterThan(25);
    const statuses: number[] = [];
    for (const { slug } of all) statuses.push((await doubt(`/${slug}`)).status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(20);
    expect(new Set(statuses.slice(20))).toEqual(new Set([429]));
    const refused = await doubt(`/${all.at(-1)?.slug}`);
    expect([refused.json.error, refused.headers.get('retry-after')]).toEqual(['too_many_looks', '3']);
    await ringAlarms();
    const requests = Object.values(statsSchema.parse(await backendControl.stats()).byRoute);
    expect(requests.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(20 * 3);
    now += 3_000;
    expect((await doubt(`/${all.at(-1)?.slug}`)).status).toBe(202);
    await ringAlarms();
  });

  test('learns that nothing is there, without anybody being asked', async () => {
    await backendControl.forgetRequests();
    for (const path of [
      '/',
      '/nowhere',
      '/search',
      '/_stores',
      '/en:pulse',
      '//evil.example/',
      '/%E0%A4%A',
    ]) {
      const { status, json } = await doubt(path);
      expect([path, status, json.error]).toEqual([path, 404, 'unknown_page']);
    }
    expect(statsSchema.parse(await backendControl.stats()).byRoute).toEqual({});
  });
});

describe('a call that no page of the shop makes', () => {
  const valid = JSON.stringify({ path: '/nowhere' });

  test.each<[string, number, string, CallOptions]>([
    ['no body', 400, 'invalid_path', { body: '' }],
    ['no path', 400, 'invalid_path', { body: '{}' }],
    ['a path that is no text', 400, 'invalid_path', { body: '{"path":7}' }],
    ['a URL', 400, 'invalid_path', { body: '{"path":"https://en.localhost/tee"}' }],
    ['a path of half a character', 400, 'invalid_path', { body: '{"path":"/\\ud800/"}' }],
    ['a long path', 400, 'invalid_path', { body: JSON.stringify({ path: `/${'a'.repeat(1_000)}` }) }],
    ['no JSON', 400, 'invalid_json', { body: '/tee' }],
    ['a list', 400, 'invalid_body', { body: '["/tee"]' }],
    [
      'a body over 4 KB',
      413,
      'body_too_large',
      { body: JSON.stringify({ path: '/', x: 'y'.repeat(4_096) }) },
    ],
    ['a form', 415, 'unsupported_media_type', { headers: { 'Content-Type': 'text/plain' } }],
    ['no type', 415, 'unsupported_media_type', { headers: {}, body: new Blob([valid]).stream() }],
    ['another site', 403, 'cross_origin', { headers: { ...JSON_TYPE, 'Sec-Fetch-Site': 'cross-site' } }],
    ['another origin', 403, 'cross_origin', { headers: { ...JSON_TYPE, Origin: 'https://evil.example' } }],
    ['an OPTIONS', 405, 'method_not_allowed', { method: 'OPTIONS' }],
  ])('%s: %i %s', async (_what, status, error, options) => {
    const answer = await doubt('/nowhere', options);
    expect([answer.status, answer.json]).toEqual([status, { error, message: expect.any(String) }]);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('names the store by its host or by ?store=', async () => {
    const { slug } = await aProduct(3);
    const options = {
      isolate,
      secret: null,
      headers: JSON_TYPE,
      body: JSON.stringify({ path: `/${slug}` }),
    };
    expect((await post('/freshness?store=en', options)).status).toBe(200);
    expect((await post('/freshness?store=nowhere', options)).json.error).toBe('unknown_store');
  });
});
