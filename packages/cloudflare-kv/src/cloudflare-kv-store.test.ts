import { inspect } from 'node:util';
import { describeKvStore } from '@maho-storefront/sync-core/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CloudflareKvStore, type CloudflareKvStoreOptions } from './cloudflare-kv-store.js';
import { KvApiStandIn } from './testing/kv-api-stand-in.js';

const ACCOUNT = {
  accountId: 'a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5',
  namespaceId: '0123456789abcdef0123456789abcdef',
  apiToken: 'token-known-to-the-tests-only',
};

let api: KvApiStandIn;
let waits: number[];

beforeEach(async () => {
  api = await new KvApiStandIn(ACCOUNT).listen();
  waits = [];
});
afterEach(() => api[Symbol.asyncDispose]());

function open(options: Partial<CloudflareKvStoreOptions> = {}): CloudflareKvStore {
  const { platform, ...rest } = options;
  return new CloudflareKvStore({
    ...ACCOUNT,
    baseUrl: api.baseUrl,
    requestIntervalMs: 0,
    lingerMs: 0,
    platform: {
      sleep: async (ms) => {
        if (ms > 0) waits.push(ms);
      },
      random: () => 0.5,
      ...platform,
    },
    ...rest,
  });
}

function asked(): string[] {
  return api.requests.map(({ method, path, keys }) => `${method} ${path.split('?')[0]} ${keys}`);
}

const putAll = (kv: CloudflareKvStore, count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => kv.put(`en:${n}`, `value ${n}`, { n })));

describeKvStore('Cloudflare’s REST API', async () => {
  api.entries.clear();
  return open();
});

describe('writes', () => {
  it('go in one request as far as they are asked for together', async () => {
    const kv = open();
    await Promise.all([putAll(kv, 500), kv.delete('en:old'), kv.delete('en:older')]);
    expect(asked()).toEqual(['PUT /bulk 500', 'POST /bulk/delete 2']);
    expect(api.entries.get('en:499')).toEqual({ value: 'value 499', metadata: { n: 499 } });
  });

  it('never go with more than 10,000 pairs', async () => {
    await putAll(open(), 10_001);
    expect(asked()).toEqual(['PUT /bulk 10000', 'PUT /bulk 1']);
    expect(api.entries.size).toBe(10_001);
  });

  it('never go with more bytes than they may, unless one is larger by itself', async () => {
    const kv = open({ maxBulkBytes: 20_000 });
    const value = 'ä'.repeat(4_000);
    const large = 'ä'.repeat(11_000);
    await Promise.all([
      ...[1, 2, 3].map((n) => kv.put(`en:${n}`, value, {})),
      kv.put('en:large', large, {}),
      kv.put('en:small', '', {}),
    ]);
    expect(asked()).toEqual(['PUT /bulk 2', 'PUT /bulk 1', 'PUT /bulk 1', 'PUT /bulk 1']);
    expect(api.entries.get('en:large')?.value.length).toBe(large.length);
  });

  it('that come while a request is on its way wait for the next, all in one', async () => {
    const kv = open();
    const first = kv.put('en:1', '1', {});
    while (api.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, kv.put('en:2', '2', {}), kv.put('en:3', '3', {})]);
    expect(asked()).toEqual(['PUT /bulk 1', 'PUT /bulk 2']);
  });

  it('of one key end in the order they were asked for, also a delete among them', async () => {
    for (let round = 0; round < 20; round += 1) {
      const kv = open();
      const writes: Promise<void>[] = [];
      for (const value of ['1', '2', '3']) {
        writes.push(
          kv.put('en:a', value, {}),
          kv.delete('en:b'),
          kv.put('en:b', value, {}),
          kv.delete('en:c'),
        );
        writes.push(kv.put('en:c', value, {}), kv.delete('en:c'));
        if (round % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      await Promise.all(writes);
      const values = ['en:a', 'en:b', 'en:c'].map((key) => api.entries.get(key)?.value ?? null);
      expect(values).toEqual(['3', '3', null]);
    }
  });

  it('resolve when Cloudflare has taken them, and not before', async () => {
    const kv = open();
    let isTaken = false;
    const write = kv.put('en:a', '1', {}).then(() => {
      isTaken = true;
    });
    while (!api.entries.has('en:a')) {
      expect(isTaken).toBe(false);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await write;
    expect(isTaken).toBe(true);
  });
});

describe('reads', () => {
  it('go a hundred in a request', async () => {
    const kv = open();
    await putAll(kv, 250);
    const values = await Promise.all(Array.from({ length: 251 }, (_, n) => kv.get(`en:${n}`)));
    expect([values[249], values[250]]).toEqual(['value 249', null]);
    expect(asked().slice(1)).toEqual(['POST /bulk/get 100', 'POST /bulk/get 100', 'POST /bulk/get 51']);
  });

  it('find keys that a URL would change', async () => {
    const kv = open();
    const keys = ['en:redirect:a%2Fb', 'en:a b?c#d', 'en:../x', 'en:%'];
    await Promise.all(keys.map((key) => kv.put(key, key, {})));
    expect(await Promise.all(keys.map((key) => kv.get(key)))).toEqual(keys);
  });
});

describe('when Cloudflare does not take all keys of a request', () => {
  it('the others are done, and those are sent again', async () => {
    api.faults.push({ refuse: ['en:2', 'en:4'] }, { refuse: ['en:4'] });
    const kv = open();
    await putAll(kv, 6);
    expect(asked()).toEqual(['PUT /bulk 6', 'PUT /bulk 2', 'PUT /bulk 1']);
    expect(api.entries.get('en:4')?.value).toBe('value 4');
    expect(waits).toEqual([250, 500]);
  });

  it('a key that is never taken fails by itself', async () => {
    api.faults.push(...Array.from({ length: 6 }, () => ({ refuse: ['en:1'] })));
    const kv = open();
    const results = await Promise.allSettled([0, 1, 2].map((n) => kv.put(`en:${n}`, '', {})));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'incomplete', retryable: true } });
    await kv.put('en:1', 'later', {});
    expect(api.entries.get('en:1')?.value).toBe('later');
  });

  it('and says something that does not add up, all are sent again', async () => {
    const body = { success: true, result: { successful_key_count: 1, unsuccessful_keys: [] } };
    api.faults.push({ status: 200, body });
    await putAll(open(), 3);
    expect(asked()).toEqual(['PUT /bulk 3', 'PUT /bulk 3']);
  });

  it('deletes are treated alike', async () => {
    const kv = open();
    await putAll(kv, 3);
    api.faults.push({ refuse: ['en:1'] });
    await Promise.all([0, 1, 2].map((n) => kv.delete(`en:${n}`)));
    expect([asked().slice(1), api.entries.size]).toEqual([['POST /bulk/delete 3', 'POST /bulk/delete 1'], 0]);
  });
});

describe('when a request fails', () => {
  it.each([
    ['429', { status: 429 }],
    ['500', { status: 500, body: '<html>' }],
    ['503', { status: 503 }],
    ['a cut connection', { cut: 'early' as const }],
    ['a connection cut after the work was done', { cut: 'late' as const }],
  ])('it is sent again: %s', async (_what, fault) => {
    api.faults.push(fault, fault);
    const kv = open();
    await kv.put('en:a', '1', { h: 'x' });
    expect(api.entries.get('en:a')).toEqual({ value: '1', metadata: { h: 'x' } });
    expect([asked(), waits]).toEqual([
      ['PUT /bulk 1', 'PUT /bulk 1', 'PUT /bulk 1'],
      [250, 500],
    ]);
  });

  it('waits as long as Cloudflare asks for', async () => {
    api.faults.push({ status: 429, headers: { 'Retry-After': '300' } });
    await open().list('en:', null);
    expect(waits).toEqual([300_250]);
  });

  it('gives up after six attempts, and does not wait for who asks for an hour', async () => {
    api.faults.push(...Array.from({ length: 6 }, () => ({ status: 503 })));
    await expect(open().get('en:a')).rejects.toMatchObject({ code: 'unavailable', status: 503 });
    expect(api.requests).toHaveLength(6);
    api.faults.push({ status: 429, headers: { 'Retry-After': '3600' } });
    await expect(open().get('en:a')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 3_600_000 });
    expect(api.requests).toHaveLength(7);
  });

  it('only those of the request fail; what comes after is tried anew', async () => {
    const kv = open();
    api.faults.push({ status: 400, body: { success: false, errors: [{ code: 10_014, message: 'no' }] } });
    await expect(kv.put('en:a', '1', {})).rejects.toMatchObject({ code: 'rejected', retryable: false });
    await kv.put('en:a', '2', {});
    expect(api.entries.get('en:a')?.value).toBe('2');
  });

  it.each([
    [{ apiToken: 'wrong' }, 'unauthorized', /403: 10000 Authentication error\. The API token needs/],
    [{ accountId: 'elsewhere' }, 'no_namespace', /404: 10013 namespace not found\. Is that the id/],
  ])('says what is wrong and does not try again: %o', async (options, code, message) => {
    const kv = open(options);
    for (const attempt of [
      () => kv.title(),
      () => kv.get('a'),
      () => kv.put('a', '', {}),
      () => kv.list('', null),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    }
    expect(api.requests).toHaveLength(4);
  });

  it('says so when nobody is there, or somebody else', async () => {
    const nobody = open({ baseUrl: 'http://127.0.0.1:1/client/v4' });
    await expect(nobody.title()).rejects.toMatchObject({ code: 'unreachable', retryable: true });
    api.faults.push({ status: 200, body: '<html>' });
    await expect(open().title()).rejects.toMatchObject({ code: 'unreadable' });
    api.faults.push({ status: 200, body: { success: true, result: {} } });
    await expect(open().get('en:a')).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('never shows the token', async () => {
    const kv = open();
    api.faults.push({ status: 400 }, ...Array.from({ length: 6 }, () => ({ cut: 'early' as const })));
    const errors = await Promise.all([
      kv.title().catch(String),
      kv.get('a').catch((error) => inspect(error, { depth: 9 })),
    ]);
    expect([...errors, inspect(kv, { depth: 9, showHidden: true }), JSON.stringify(kv)].join()).not.toContain(
      ACCOUNT.apiToken,
    );
  });
});

it('knows the namespace by its title', async () => {
  expect(await open().title()).toBe('the shop');
});

it('keeps its distance between requests', async () => {
  let now = 0;
  const begun: number[] = [];
  const kv = open({
    requestIntervalMs: 300,
    platform: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
      fetch: (input, init) => {
        begun.push(now);
        return fetch(input, init);
      },
    },
  });
  for (let n = 0; n < 4; n += 1) await kv.list('en:', null);
  expect(begun).toEqual([0, 300, 600, 900]);
});
