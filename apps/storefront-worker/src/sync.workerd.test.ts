import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { keys } from '@maho-storefront/kv-schema';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { deploymentPulse } from './deployment/deployment-pulse.js';
import { platformClock } from './platform/clock.js';
import { backendControl } from './testing/backend-control.js';
import { keyNames, post, pulse } from './testing/worker-client.js';

const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const hash = expect.stringMatching(/^[0-9a-f]{32}$/);
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
const seconds = expect.stringMatching(/^\d+\.\ds$/);
const count = expect.any(Number);
const onlyEn = { STORES: '[{"code":"en","name":"English","url":"https://en.example"}]' };

afterEach(async () => {
  vi.restoreAllMocks();
  await backendControl.heal();
  await reset();
});

/** The records of one type that KV really holds, over both stores. */
async function recordsInKv(part: string): Promise<number> {
  return (await keyNames('')).filter((name) => name.split(':')[1] === part).length;
}

describe('POST /sync', () => {
  test('answers as documented, field by field, and says what KV really holds', async () => {
    const { status, json } = await post('/sync');
    expect(status).toBe(200);
    expect(json).toEqual({
      success: true,
      synced: {
        config: 2,
        categories: await recordsInKv('category'),
        products: await recordsInKv('product'),
        cmsPages: await recordsInKv('cms'),
        blogPosts: await recordsInKv('blog'),
        countries: 2,
      },
      duration: seconds,
      stores: ['de', 'en'].map((code) => ({
        code,
        run: json.run,
        state: 'succeeded',
        synced: {
          config: 1,
          categories: count,
          products: count,
          cmsPages: count,
          blogPosts: count,
          countries: 1,
        },
        written: count,
        unchanged: 0,
        deleted: 0,
        deferred: 0,
        failed: 0,
        duration: seconds,
      })),
      written: count,
      unchanged: 0,
      deleted: 0,
      retrying: [],
      deferred: 0,
      pulse: hash,
      run: uuid,
    });
    expect(await recordsInKv('product')).toBeGreaterThanOrEqual(60);
    expect(await env.CONTENT.get(keys.deploymentPulse, 'json')).toEqual({
      hash: json.pulse,
      updatedAt: isoTime,
    });
  });

  test('writes nothing and keeps the pulse when nothing changed', async () => {
    const first = await post('/sync');
    const before = await pulse();
    const second = await post('/sync');
    expect(second.json).toMatchObject({
      success: true,
      written: 0,
      deleted: 0,
      unchanged: first.json.written,
    });
    expect(second.json.synced).toEqual(first.json.synced);
    expect(await pulse()).toEqual({ ...before, syncedAt: isoTime });
    expect(second.json.pulse).toBe(before.hash);
  });

  test('syncs only the store that is asked for, and keeps the other in the pulse', async () => {
    await post('/sync');
    const { json } = await post('/sync?store=en');
    expect(json).toMatchObject({
      success: true,
      stores: [{ code: 'en' }],
      synced: { config: 1, countries: 1 },
    });
    expect((await deploymentPulse(env).stores()).map(({ code }) => code)).toEqual(['de', 'en']);
    expect((await pulse()).hash).toBe(json.pulse);
  });

  test('says 502 with what failed where, keeps what succeeded, and heals by the next sync', async () => {
    await backendControl.fail([{ kind: 'protocol_disabled', match: '^/api/rest/v2/blog-posts' }]);
    const { status, json } = await post('/sync');
    expect(status).toBe(502);
    expect(json).toMatchObject({
      success: false,
      error: 'sync_failed',
      message: expect.stringMatching(/Store de, blog-posts: .*\/api\/rest\/v2\/blog-posts/),
      synced: { config: 2, blogPosts: 0 },
      pulse: hash,
    });
    const failure = {
      store: 'en',
      entity: 'blog-posts',
      id: null,
      reason: expect.stringContaining('blog-posts'),
    };
    expect(json.failed).toContainEqual(failure);
    expect(await recordsInKv('product')).toBeGreaterThanOrEqual(60);
    await backendControl.heal();
    expect((await post('/sync')).json).toMatchObject({ success: true, synced: { config: 2 } });
    expect(await recordsInKv('blog')).toBeGreaterThan(0);
  });

  test('says 502 in the same shape when the stores cannot even be asked for', async () => {
    await backendControl.fail([{ kind: 'protocol_disabled' }]);
    const { status, json } = await post('/sync');
    expect(status).toBe(502);
    expect(json).toEqual({
      success: false,
      error: 'backend_failed',
      message: expect.stringContaining('/api/rest/v2/stores'),
      synced: {},
      failed: [],
    });
  });

  test('moves the pulse without a change for refreshPulse=1, in the query or the body', async () => {
    const first = await post('/sync');
    const second = await post('/sync?refreshPulse=1');
    const third = await post('/sync', { body: '{"refreshPulse":true}' });
    expect(second.json).toMatchObject({ success: true, written: 0 });
    expect(new Set([first.json.pulse, second.json.pulse, third.json.pulse]).size).toBe(3);
  });

  test('writes again with rebuild=1 what somebody removed from KV', async () => {
    await post('/sync');
    const [product = ''] = await keyNames('en:product:');
    await env.CONTENT.delete(product);
    // A record that was written a moment ago may only look missing: KV is slow to show it.
    vi.spyOn(platformClock, 'now').mockImplementation(() => Date.now() + 11 * 60_000);
    expect((await post('/sync?rebuild=1&store=en')).json).toMatchObject({ success: true });
    expect(await env.CONTENT.get(product)).not.toBeNull();
  });
});

test.each(['pulse', 'en:pulse'])('POST /sync?rebuild=1 puts the key %s back, as it was', async (name) => {
  await post('/sync');
  const before = await env.CONTENT.get(name);
  await env.CONTENT.delete(name);
  expect((await post('/sync')).json).toMatchObject({ success: true, written: 0 });
  expect(await env.CONTENT.get(name)).toBeNull();
  expect((await post('/sync?rebuild=1&store=en')).json).toMatchObject({ success: true, written: 0 });
  expect([before, await env.CONTENT.get(name)]).toEqual([expect.any(String), before]);
});

describe('POST /sync/{type}', () => {
  test.each([
    ['config', ['config']],
    ['countries', ['countries']],
    ['cms-pages', ['cmsPages']],
    ['cms', ['cmsPages']],
    ['blog-posts', ['blogPosts']],
    ['blog', ['blogPosts']],
  ])('/sync/%s names only its own types, with an empty form body', async (type, names) => {
    const { status, json } = await post(`/sync/${type}`, {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    expect(status).toBe(200);
    expect(Object.keys(z.object({}).loose().parse(json.synced))).toEqual(names);
    expect(Object.values(z.record(z.string(), z.number()).parse(json.synced))[0]).toBeGreaterThan(0);
  });

  test('/sync/changes brings what was saved since the last sync, and more where an earlier moment is named', async () => {
    await post('/sync', { variables: onlyEn });
    const [key = ''] = await keyNames('en:product:');
    const { id } = z.object({ id: z.int() }).parse(await env.CONTENT.get(key, 'json'));
    await backendControl.edit({ op: 'updateProduct', id, patch: { price: 765.25 } });
    const { status, json } = await post('/sync/changes', { variables: onlyEn });
    expect([status, json.success]).toEqual([200, true]);
    expect(json.synced).toMatchObject({ config: 1, products: await recordsInKv('product') });
    expect(await env.CONTENT.get(key, 'json')).toMatchObject({ price: 765.25 });
    await backendControl.forgetRequests();
    const body = JSON.stringify({ updatedSince: '2020-01-01T00:00:00Z' });
    const more = await post('/sync/changes', { variables: onlyEn, body });
    expect([more.status, more.json.written]).toEqual([200, 0]);
    expect(JSON.stringify(await backendControl.stats())).toMatch(/updatedSince=2020-01-01T00(:|%3A)00/);
  });

  test('syncs as the admin module does: config, countries, categories, products, cms, blog', async () => {
    const counts = [];
    for (const type of ['config', 'countries', 'categories', 'products', 'cms', 'blog']) {
      const { status, json } = await post(`/sync/${type}`);
      expect([type, status]).toEqual([type, 200]);
      counts.push(json.synced);
    }
    const full = await post('/sync');
    expect(full.json.synced).toEqual(Object.assign({}, ...counts));
    expect(await recordsInKv('products')).toBeGreaterThan(0);
  });
});

describe('after every sync the pulse is updated', () => {
  const changes: [string, object][] = [
    ['config', { op: 'setStoreConfig', storeCode: 'en', patch: { storeName: 'Renamed' } }],
    ['categories', { op: 'updateCategory', id: 0, patch: { description: '<p>New words</p>' } }],
    ['products', { op: 'updateProduct', id: 0, patch: { name: 'Renamed by the test' } }],
    ['cms-pages', { op: 'addCmsPage', fields: { identifier: 'news', title: 'News', content: '<p>Hi</p>' } }],
    ['blog-posts', { op: 'addBlogPost', fields: { urlKey: 'hello', title: 'Hello', content: '<p>Hi</p>' } }],
  ];

  test.each([
    ['by content alone', {}],
    ['with PULSE_ON_EVERY_SYNC', { PULSE_ON_EVERY_SYNC: 'true' }],
  ])('is new where content is, %s', async (_mode, extra) => {
    const variables = { ...onlyEn, ...extra };
    const isMovedAlways = 'PULSE_ON_EVERY_SYNC' in extra;
    await post('/sync', { variables });
    const ids = await someIds();
    const stamp = new Date().toISOString();
    for (const [type, change] of changes) {
      const before = await pulse();
      await backendControl.edit(withStamp(change, ids, `${type} ${stamp}`));
      const changed = await post(`/sync/${type}`, { variables });
      const after = await pulse();
      expect([type, changed.json.success, after.hash === before.hash]).toEqual([type, true, false]);
      expect([type, after.hash, changed.json.pulse]).toEqual([type, changed.json.pulse, after.hash]);
      const again = await post(`/sync/${type}`, { variables });
      expect([type, again.json.written, again.json.pulse !== after.hash]).toEqual([type, 0, isMovedAlways]);
      const last = await pulse();
      expect(Date.parse(String(last.syncedAt))).toBeGreaterThan(Date.parse(String(before.syncedAt)));
    }
    const before = await pulse();
    const countries = await post('/sync/countries', { variables });
    expect(countries.json.pulse !== before.hash).toBe(isMovedAlways);
  });

  async function someIds(): Promise<{ product: number; category: number }> {
    const [product = ''] = await keyNames('en:product:');
    const [category = ''] = await keyNames('en:category:');
    const record = z.object({ id: z.int() }).parse(await env.CONTENT.get(product, 'json'));
    return { product: record.id, category: Number(category.split(':')[2]) };
  }

  /** Every round changes something, whatever the round before left in the backend. */
  function withStamp(change: object, ids: { product: number; category: number }, stamp: string): object {
    const text = JSON.stringify(change).replace(/Renamed[^"]*|New words|Hi(?=<)/, stamp);
    const named = text.replace(/"(news|hello)"/, `"$1-${stamp.replace(/\W+/g, '-').toLowerCase()}"`);
    const id = text.includes('updateCategory') ? ids.category : ids.product;
    return JSON.parse(named.replace('"id":0', `"id":${id}`));
  }

  test('is written to KV by a partial sync as well as by a full one', async () => {
    await post('/sync/config', { variables: onlyEn });
    const partial = await env.CONTENT.get(keys.deploymentPulse, 'json');
    const full = await post('/sync', { variables: onlyEn });
    expect(partial).not.toEqual(await env.CONTENT.get(keys.deploymentPulse, 'json'));
    expect(await env.CONTENT.get(keys.deploymentPulse, 'json')).toMatchObject({ hash: full.json.pulse });
  });
});
