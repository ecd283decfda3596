import { evictDurableObject, reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Variables } from './environment.js';
import { type CallOptions, call, keyNames, post, pulse, STORE_SECRET } from './testing/worker-client.js';

const urlsSchema = z.object({ urls: z.array(z.string()), next: z.string().nullable() });

const STORES = JSON.stringify(
  ['de', 'en'].map((code) => ({ code, name: code, url: `https://${code}.example` })),
);

// One sync for all: no test leaves anything behind that another minds.
beforeAll(async () => {
  expect((await post('/sync', { variables: { STORES } })).json.success).toBe(true);
});

afterAll(() => reset());

function postJson(path: string, body: object, options: CallOptions = {}) {
  return post(path, { ...options, body: JSON.stringify(body) });
}

async function firstKey(prefix: string): Promise<string> {
  const [key] = await keyNames(prefix);
  if (key === undefined) throw new Error(`There is no key under ${prefix}`);
  return key;
}

/** Alarms run in real time here. */
async function cameBack(key: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const value = await env.CONTENT.get(key);
    if (value !== null) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${key} was not written again within 10 s.`);
}

describe('POST /cache/delete', () => {
  test('deletes, moves the pulse, and the sync writes the key again by itself', async () => {
    const key = await firstKey('en:product:');
    const [value, { hash }] = [await env.CONTENT.get(key), await pulse()];
    const { status, json } = await postJson('/cache/delete', { keys: [key, 'left:by:something-else'] });
    expect([status, json]).toEqual([200, { deleted: 2, keys: [key, 'left:by:something-else'] }]);
    expect(await cameBack(key)).toBe(value);
    await expect.poll(async () => (await pulse()).hash, { timeout: 10_000 }).toBe(hash);
  });

  test.each([
    ['pulse', 400, 'protected_key'],
    ['en:pulse', 400, 'protected_key'],
    ['_stores', 400, 'protected_key'],
  ])('refuses %s, and deletes nothing beside it', async (key, status, error) => {
    const other = await firstKey('en:product:');
    const answer = await postJson('/cache/delete', { keys: [other, key] });
    expect([answer.status, answer.json.error]).toEqual([status, error]);
    expect(await env.CONTENT.get(other)).not.toBeNull();
  });

  test.each<[string, object, Variables?]>([
    ['no keys', {}],
    ['an empty list', { keys: [] }],
    ['a text', { keys: 'en:config' }],
    ['numbers', { keys: [1] }],
    ['more than 500', { keys: Array(501).fill('x') }],
    ['more than 20 on the free plan', { keys: Array(21).fill('x') }, { PLAN: 'free' }],
  ])('says what to send instead of %s', async (_what, body, variables = {}) => {
    const { status, json } = await postJson('/cache/delete', body, { variables });
    expect([status, json.error]).toEqual([400, 'invalid_keys']);
    expect(json.message).toContain('PLAN' in variables ? '1 to 20 ' : '1 to 500 ');
  });

  test('lets a store’s own secret delete its own keys only', async () => {
    const registry = ['en', 'de'].map((code) => ({ code, name: code, url: `https://${code}.example` }));
    await env.CONTENT.put(
      '_stores',
      JSON.stringify(registry.map((store) => ({ ...store, secret: STORE_SECRET }))),
    );
    const options = { secret: STORE_SECRET };
    const [en, de] = [await firstKey('en:product:'), await firstKey('de:product:')];
    const foreign = await postJson('/cache/delete?store=en', { keys: [en, de] }, options);
    expect([foreign.status, foreign.json.error]).toEqual([403, 'other_store']);
    expect(await env.CONTENT.get(en)).not.toBeNull();
    expect((await postJson('/cache/delete?store=en', { keys: [en] }, options)).status).toBe(200);
    expect((await postJson('/cache/delete', { keys: [en] }, { secret: null })).status).toBe(401);
    await env.CONTENT.delete('_stores');
    await cameBack(en);
  });
});

describe('POST /cache/update', () => {
  test('puts the record, moves the pulse, and keeps the key’s metadata sound', async () => {
    const key = await firstKey('en:product:');
    const value: Record<string, unknown> = JSON.parse((await env.CONTENT.get(key)) ?? '{}');
    const { hash } = await pulse();
    const { status, json } = await postJson('/cache/update', {
      key,
      value: { ...value, name: 'By hand' },
      ttl: 60,
    });
    expect([status, json]).toEqual([200, { updated: key, ttl: 60 }]);
    const { value: now, metadata } = await env.CONTENT.getWithMetadata(key, 'json');
    expect(now).toMatchObject({ name: 'By hand' });
    expect(metadata).toMatchObject({ h: expect.stringMatching(/^[0-9a-f]{32}$/) });
    await expect.poll(async () => (await pulse()).hash, { timeout: 5_000 }).not.toBe(hash);
  });

  test.each([
    [{ key: 'en:config', value: { a: 1 } }, 400, 'invalid_value'],
    [{ key: 'en:product:none', value: { a: 1 } }, 404, 'unknown_key'],
    [{ key: 'nowhere:config', value: { a: 1 } }, 404, 'unknown_key'],
    [{ key: 'en:nonsense', value: { a: 1 } }, 404, 'unknown_key'],
    [{ key: 'pulse', value: {} }, 400, 'protected_key'],
    [{ key: '_stores', value: [] }, 400, 'protected_key'],
    [{ key: 'en:config' }, 400, 'invalid_update'],
    [{ key: 'en:config', value: {}, ttl: 59 }, 400, 'invalid_update'],
    [{ value: {} }, 400, 'invalid_update'],
  ])('%j: %i %s, and nothing is written', async (body, status, error) => {
    const before = await pulse();
    const answer = await postJson('/cache/update', body);
    expect([answer.status, answer.json.error]).toEqual([status, error]);
    expect(await pulse()).toEqual(before);
  });
});

describe('GET /cache/warm-urls', () => {
  test('names the pages of all stores, part by part, and each of them answers', async () => {
    const urls: string[] = [];
    let cursor = '';
    do {
      const { json } = await call(`/cache/warm-urls?limit=17${cursor}`);
      const part = urlsSchema.parse(json);
      expect(part.urls.length).toBeLessThanOrEqual(17);
      urls.push(...part.urls);
      cursor = part.next === null ? '' : `&cursor=${encodeURIComponent(part.next)}`;
    } while (cursor !== '');
    expect(new Set(urls).size).toBe(urls.length);
    const whole = urlsSchema.parse((await call('/cache/warm-urls?limit=5000')).json);
    expect(whole).toEqual({ urls, next: null });
    for (const url of urls) {
      const { origin, pathname } = new URL(url);
      expect([url, (await call(pathname, { origin, secret: null })).status]).toEqual([url, 200]);
    }
  });

  test.each([
    ['?limit=0', 'invalid_limit'],
    ['?cursor=nowhere', 'invalid_cursor'],
    ['?cursor=en%20nonsense', 'invalid_cursor'],
    ['?store=nowhere', 'unknown_store'],
  ])('%s: 400 %s', async (query, error) => {
    const { status, json } = await call(`/cache/warm-urls${query}`);
    expect([status, json.error]).toEqual([400, error]);
  });
});

describe('after a rollback, while a later version owns a store’s index', () => {
  /** Sets the version that the index is of; an object reads it when it begins. @returns the one before. */
  async function setIndexVersion(version: number): Promise<number> {
    const catalog = env.STORE_CATALOG.getByName('en');
    const before = await runInDurableObject(catalog, (_, { storage: { sql } }) => {
      const [row] = sql.exec('SELECT version FROM index_version').toArray();
      sql.exec('UPDATE index_version SET version = ?', version);
      return Number(row?.version);
    });
    await evictDurableObject(catalog);
    return before;
  }

  test('its keys are neither deleted behind the index nor said to be unknown', async () => {
    const key = await firstKey('en:product:');
    const present = await setIndexVersion(1_000);
    const answers = [
      await postJson('/cache/delete', { keys: [key] }),
      await postJson('/cache/update', { key, value: {} }),
    ];
    await setIndexVersion(present);
    for (const { status, json } of answers) expect([status, json.error]).toEqual([503, 'index_too_new']);
    expect(await env.CONTENT.get(key)).not.toBeNull();
  });
});
