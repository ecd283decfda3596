import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { keys } from '@maho-storefront/kv-schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Variables } from './environment.js';
import { type CallOptions, call, post, STORE_SECRET } from './testing/worker-client.js';

const registry = [{ code: 'en', name: 'English', url: 'https://en.example', secret: STORE_SECRET }];

beforeAll(async () => {
  await env.CONTENT.put(keys.stores, JSON.stringify(registry));
  expect((await post('/sync')).status).toBe(200);
});
afterAll(() => reset());

describe('who may sync', () => {
  test.each<[string, number, string, Variables, CallOptions]>([
    ['no secret', 401, 'unauthorized', {}, { secret: null }],
    ['a wrong secret', 401, 'unauthorized', {}, { secret: 'wrong' }],
    [
      'the right one with something after it',
      401,
      'unauthorized',
      {},
      { secret: 'only-known-to-the-tests-7c1f!' },
    ],
    ['a wrong secret in the body', 401, 'unauthorized', {}, { secret: null, body: '{"secret":"wrong"}' }],
    ['a secret that is no text', 401, 'unauthorized', {}, { secret: null, body: '{"secret":{"$ne":""}}' }],
    ['no SYNC_SECRET', 503, 'locked', { SYNC_SECRET: undefined }, {}],
    ['an empty SYNC_SECRET', 503, 'locked', { SYNC_SECRET: '' }, { secret: '' }],
    ['the documented example', 503, 'locked', { SYNC_SECRET: 'change-me' }, { secret: 'change-me' }],
    [
      'the example outside production',
      503,
      'locked',
      { SYNC_SECRET: 'change-me', ENVIRONMENT: 'staging' },
      {},
    ],
    ['a short one in production', 503, 'locked', { SYNC_SECRET: 'short' }, { secret: 'short' }],
  ])('%s: %i', async (_name, status, error, variables, options) => {
    const answer = await post('/sync/config', { ...options, variables });
    expect([answer.status, answer.json]).toEqual([status, { error, message: expect.any(String) }]);
  });

  test.each<[string, Variables, CallOptions]>([
    ['the secret in the body', {}, { secret: null, body: '{"secret":"only-known-to-the-tests-7c1f"}' }],
    ['a short one outside production', { SYNC_SECRET: 'short', ENVIRONMENT: 'staging' }, { secret: 'short' }],
    ['none in development', { SYNC_SECRET: '', ENVIRONMENT: 'development' }, { secret: null }],
    [
      'the example in development',
      { SYNC_SECRET: 'change-me', ENVIRONMENT: 'development' },
      { secret: 'change-me' },
    ],
  ])('%s: 200', async (_name, variables, options) => {
    expect((await post('/sync/config', { ...options, variables })).status).toBe(200);
  });

  test('says how to set the secret', async () => {
    const { json } = await post('/sync', { variables: { SYNC_SECRET: '' } });
    expect(json.message).toContain('wrangler secret put SYNC_SECRET');
  });

  test.each(['/sync/runs', '/sync/runs/some-id', '/cache/keys'])('GET %s is not public', async (path) => {
    expect((await call(path, { secret: null })).status).toBe(401);
  });
});

describe('bad input', () => {
  const large = JSON.stringify({ padding: 'x'.repeat(257 * 1024) });

  test.each<[string, number, string, string, CallOptions]>([
    ['an unknown type', 404, 'unknown_sync_type', '/sync/nonsense', {}],
    ['the name of an object’s own property', 404, 'unknown_sync_type', '/sync/constructor', {}],
    ['"full", which is no type', 404, 'unknown_sync_type', '/sync/full', {}],
    ['an unknown store', 400, 'unknown_store', '/sync?store=nowhere', {}],
    ['an unknown store of runs', 400, 'unknown_store', '/sync/runs?store=nowhere', { method: 'GET' }],
    ['malformed JSON', 400, 'invalid_json', '/sync', { body: '{"rebuild":' }],
    ['a form', 400, 'invalid_json', '/sync', { body: 'rebuild=1' }],
    ['an array', 400, 'invalid_body', '/sync', { body: '[1]' }],
    ['a JSON text', 400, 'invalid_body', '/sync', { body: '"rebuild"' }],
    ['a body over 256 KB', 413, 'body_too_large', '/sync', { body: large }],
    [
      'a body over 256 KB of unknown length',
      413,
      'body_too_large',
      '/sync',
      { body: new Blob([large]).stream() },
    ],
    ['such a body without a secret', 413, 'body_too_large', '/sync', { body: large, secret: null }],
    ['a switch that is neither on nor off', 400, 'invalid_switch', '/sync?rebuild=yes', {}],
    ['such a switch in the body', 400, 'invalid_switch', '/sync', { body: '{"allowPrune":"perhaps"}' }],
    [
      'a moment that is still to come',
      400,
      'invalid_updated_since',
      '/sync/changes?updatedSince=2999-01-01T00:00:00Z',
      {},
    ],
    ['no moment', 400, 'invalid_updated_since', '/sync/changes', { body: '{"updatedSince":"yesterday"}' }],
    ['a moment for another sync', 400, 'invalid_updated_since', '/sync/products?updatedSince=0', {}],
    ['an unknown path', 404, 'not_found', '/nowhere', { method: 'POST' }],
    ['an unknown run', 404, 'unknown_run', '/sync/runs/none', { method: 'GET' }],
    ['a limit out of range', 400, 'invalid_limit', '/sync/runs?limit=0', { method: 'GET' }],
    ['a record key of the registry', 400, 'no_record_key', '/records?key=_stores', { method: 'GET' }],
    ['a record key of a pulse', 400, 'no_record_key', '/records?key=en:pulse', { method: 'GET' }],
    ['no record key', 400, 'no_record_key', '/records', { method: 'GET' }],
    ['a record that is not there', 404, 'no_record', '/records?key=en:product:none', { method: 'GET' }],
  ])('%s: %i', async (_name, status, error, path, options) => {
    const answer = await call(path, { method: 'POST', ...options });
    expect([answer.status, answer.json]).toEqual([status, { error, message: expect.any(String) }]);
  });

  test.each([
    ['GET', '/sync', 'POST'],
    ['GET', '/sync/products', 'POST'],
    ['DELETE', '/sync/cms', 'POST'],
    ['POST', '/sync/runs', 'GET, HEAD'],
    ['POST', '/pulse', 'GET, HEAD'],
    ['PUT', '/cache/keys', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
  ])('%s %s: 405 and what it allows', async (method, path, allow) => {
    const answer = await call(path, { method });
    expect([answer.status, answer.json.error, answer.headers.get('allow')]).toEqual([
      405,
      'method_not_allowed',
      allow,
    ]);
  });

  test('names the known types and stores', async () => {
    expect((await post('/sync/x')).json.message).toMatch(
      /changes, config, categories, products, .*cms, blog/,
    );
    expect((await post('/sync?store=x')).json.message).toContain('Known stores: en.');
  });

  test.each<[string, Variables, string]>([
    ['MAHO_API_URL', { MAHO_API_URL: 'shop.example' }, 'misconfigured'],
    ['STORES', { STORES: 'en,de' }, 'misconfigured'],
    ['PLAN', { PLAN: 'gratis' }, 'misconfigured'],
    ['MAHO_API_URL', { MAHO_API_URL: '' }, 'not_configured'],
  ])('a wrong %s is named, with 503', async (name, variables, error) => {
    const answer = await post('/sync', { variables });
    expect([answer.status, answer.json.error]).toEqual([503, error]);
    expect(answer.json.message).toContain(name);
  });
});

describe('what can be read', () => {
  test('all key names, over all pages of KV, below a prefix', async () => {
    const writes = Array.from({ length: 1_100 }, (_, n) => env.CONTENT.put(`foreign:${n}`, ''));
    await Promise.all(writes);
    const { json } = await call('/cache/keys?prefix=foreign%3A');
    expect(z.array(z.string()).parse(json.keys)).toHaveLength(1_100);
    const all = z.array(z.string()).parse((await call('/cache/keys')).json.keys);
    expect(all).toEqual(expect.arrayContaining(['pulse', 'en:config', 'en:pulse', 'foreign:7']));
  });

  test('the pulse, by anyone', async () => {
    const { status, json, headers } = await call('/pulse', { secret: null });
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(Object.keys(json)).toEqual(['hash', 'updatedAt', 'syncedAt']);
  });

  test('a record as it is in KV, by anyone', async () => {
    const { status, json } = await call('/records?key=en:config', { secret: null });
    expect([status, json]).toEqual([200, await env.CONTENT.get('en:config', 'json')]);
  });

  test('the status page: stores, counts, last run, links, no inline style or script', async () => {
    const { status, text, headers } = await call('/status', { secret: null });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    expect(text).toContain('English');
    expect(text).toMatch(/<strong>40<\/strong> Products/);
    expect(text).toContain('/records?key=en%3Aconfig');
    expect(text).not.toMatch(/<script|style=|<style/);
    expect((await call('/status.css')).headers.get('content-type')).toContain('text/css');
    expect((await call('/status', { method: 'HEAD' })).status).toBe(200);
  });

  test('the status page says what to do before the first sync, and what is missing', async () => {
    await reset();
    const { status, text } = await call('/', {
      secret: null,
      variables: { SYNC_SECRET: '', MAHO_API_URL: '' },
    });
    expect(status).toBe(200);
    expect(text).toContain('Nothing is synced yet');
    expect(text).toContain('MAHO_API_URL is not set');
    expect(text).toContain('SYNC_SECRET is not set');
    expect((await call('/pulse', { secret: null })).json).toEqual({
      hash: null,
      updatedAt: null,
      syncedAt: null,
    });
  });
});
