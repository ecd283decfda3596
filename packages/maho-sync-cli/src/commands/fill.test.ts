import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudflareKvStore } from '@maho-storefront/cloudflare-kv';
import { KvApiStandIn } from '@maho-storefront/cloudflare-kv/testing';
import { generateCatalogue, type RunningDemoBackend, startDemoBackend } from '@maho-storefront/demo-backend';
import { MahoApiClient } from '@maho-storefront/maho-client';
import { type KvStore, MemoryCatalogIndex, MemoryKvStore, StoreSync } from '@maho-storefront/sync-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { main } from '../main.js';
import { recordedTerminal } from '../testing/recorded-terminal.js';

const ACCOUNT = {
  accountId: 'account-1',
  namespaceId: 'namespace-1',
  apiToken: 'token-known-to-the-tests-only',
};

let backend: RunningDemoBackend;
let api: KvApiStandIn;
let folder: string;

beforeAll(async () => {
  const catalogue = generateCatalogue({ products: 60, categories: 6, stores: 2, seed: 3 });
  backend = await startDemoBackend({ catalogue });
});
afterAll(() => backend.close());
beforeEach(async () => {
  api = await new KvApiStandIn(ACCOUNT).listen();
  folder = await mkdtemp(join(tmpdir(), 'maho-sync-fill-'));
});
afterEach(async () => {
  await api[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function fill(args = '', environment: Record<string, string> = {}) {
  const terminal = recordedTerminal({
    environment: {
      MAHO_API_URL: backend.url,
      CLOUDFLARE_ACCOUNT_ID: ACCOUNT.accountId,
      CLOUDFLARE_KV_NAMESPACE_ID: ACCOUNT.namespaceId,
      CLOUDFLARE_API_TOKEN: ACCOUNT.apiToken,
      CLOUDFLARE_API_BASE_URL: api.baseUrl,
      ...environment,
    },
  });
  const code = await main(['fill', '--index', folder, ...args.split(' ').filter(Boolean)], terminal);
  expect(terminal.written.out + terminal.written.err).not.toContain(ACCOUNT.apiToken);
  return { code, ...terminal.written };
}

/** The sync of a store as another process would begin it: with nothing but what is in KV. */
function freshSync(store: string, kv: KvStore): StoreSync {
  return new StoreSync({
    store,
    maho: new MahoApiClient({ baseUrl: backend.url, storeCode: store }),
    kv,
    index: new MemoryCatalogIndex(),
    clock: { now: () => Date.now(), sleep: async () => {} },
    newId: () => crypto.randomUUID(),
  });
}

/** What is in KV, but for when it was written. */
function contents(entries: Iterable<[string, { value: string; metadata: unknown }]>) {
  return [...entries]
    .filter(([key]) => !key.endsWith(':pulse'))
    .map(([key, { value, metadata }]) => [key, value, { ...Object(metadata), u: null }])
    .sort();
}

function pulseHash(value: string | undefined): unknown {
  return JSON.parse(value ?? '{}').hash;
}

test('fills KV with exactly what a Worker would, in a fraction of the requests', async () => {
  const { code, out, err } = await fill();
  expect([code, err]).toEqual([0, expect.stringContaining('products  en: ')]);
  expect(out).toMatch(/^The sync succeeded in /);
  expect(out).toMatch(/^de +succeeded +\d+ +0 +0 +0 /m);
  expect(out).toContain('maho-sync run --follow');
  const expected = new MemoryKvStore();
  for (const store of ['en', 'de']) await freshSync(store, expected).run('full');
  expect(contents(api.entries)).toEqual(contents(expected.entries));
  for (const store of ['en', 'de']) {
    const key = `${store}:pulse`;
    expect(pulseHash(api.entries.get(key)?.value)).toBe(pulseHash(expected.entries.get(key)?.value));
  }
  const writes = api.requests.filter(({ path }) => path === '/bulk');
  expect(writes.reduce((sum, { keys }) => sum + keys, 0)).toBeGreaterThanOrEqual(api.entries.size);
  expect(writes.length).toBeLessThan(api.entries.size / 2);
});

test('a Worker that takes over writes nothing anew, and goes on from the pulse', async () => {
  await fill('--store en');
  const before = contents(api.entries);
  const pulse = api.entries.get('en:pulse')?.value;
  const kv = new CloudflareKvStore({ ...ACCOUNT, baseUrl: api.baseUrl, requestIntervalMs: 0 });
  const run = await freshSync('en', kv).run('full');
  expect(run).toMatchObject({ state: 'succeeded', report: { written: 0, deleted: 0, failures: 0 } });
  expect(contents(api.entries)).toEqual(before);
  expect(run.pulse).toBe(pulseHash(pulse));
  // The listing does not tell whether an item changed meanwhile, so each is read once.
  expect(run.report.requests.product).toBe(run.synced?.products);
});

test('goes on where it broke off, and ends in the same', async () => {
  const products = () => [...api.entries.keys()].filter((key) => key.startsWith('en:product:')).length;
  api.isDown = () => products() >= 20;
  const broken = await fill('--store en');
  expect([broken.code, broken.out]).toEqual([1, expect.stringContaining('goes on where this one stopped')]);
  expect(broken.out).toMatch(/was answered 503/);
  const kept = new Map([...api.entries].map(([key, { metadata }]) => [key, metadata]));
  api.isDown = () => false;
  expect((await fill('--store en')).code).toBe(0);
  const expected = new MemoryKvStore();
  await freshSync('en', expected).run('full');
  expect(contents(api.entries)).toEqual(contents(expected.entries));
  // What was taken the first time was not written again, so it has its old time.
  const [untouched] = [...kept].filter(([key]) => key.includes(':product:'));
  expect(api.entries.get(untouched?.[0] ?? '')?.metadata).toEqual(untouched?.[1]);
});

test('a second fill writes nothing', async () => {
  await fill('--store en');
  const { out } = await fill('--store en');
  expect(out).toMatch(/^en +succeeded +0 +\d+ +0 +0 /m);
  expect(await readdir(join(folder, ACCOUNT.namespaceId))).toContain('en.sqlite');
});

test('keeps away from a namespace that a Worker has synced into', async () => {
  api.entries.set('pulse', { value: '{}', metadata: null });
  const { code, err } = await fill();
  expect([code, err]).toEqual([3, expect.stringContaining('"the shop" already')]);
  expect([...api.entries.keys()]).toEqual(['pulse']);
  expect((await fill('--store en --force')).code).toBe(0);
});

test.each([
  [
    'nothing in the environment',
    { MAHO_API_URL: '', CLOUDFLARE_API_TOKEN: ' ' },
    2,
    /needs MAHO_API_URL, CLOUDFLARE_API_TOKEN in/,
  ],
  ['a wrong token', { CLOUDFLARE_API_TOKEN: 'wrong' }, 3, /403: 10000 Authentication error/],
  ['a wrong namespace', { CLOUDFLARE_KV_NAMESPACE_ID: 'none' }, 3, /404.*Is that the id/],
  ['an address that is none', { MAHO_API_URL: 'shop' }, 2, /baseUrl/],
])('says what is wrong with %s', async (_what, environment, code, message) => {
  expect(await fill('', environment)).toMatchObject({ code, err: expect.stringMatching(message) });
});
