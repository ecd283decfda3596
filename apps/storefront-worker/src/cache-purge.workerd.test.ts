import { env } from 'cloudflare:workers';
import { keys, type ProductRecord } from '@maho-storefront/kv-schema';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { type Answer, type CallOptions, call, post, STORE_SECRET } from './testing/worker-client.js';

const ORIGIN = 'http://en.localhost';
const STORES = JSON.stringify(
  ['en', 'de'].map((code) => ({ code, name: code, url: `http://${code}.localhost` })),
);
const variables = { PULSE_MEMO_MS: '0', STORES };
const shop = new ShopInKv('en');
let product: ProductRecord;

beforeAll(async () => {
  expect((await post('/sync', { variables })).json).toMatchObject({ success: true });
  const found = (await shop.products()).find(({ type }) => type === 'simple');
  if (found === undefined) throw new Error('The shop has no simple product.');
  product = found;
});

afterEach(() => backendControl.heal());

function purge(urls: unknown, options: CallOptions & { query?: string } = {}): Promise<Answer> {
  const { query = '', ...rest } = options;
  return post(`/cache/purge${query}`, { origin: ORIGIN, body: JSON.stringify({ urls }), variables, ...rest });
}

/** Looks at a page of store `en`. */
async function visit(path: string): Promise<{ how: string | null; text: string }> {
  const { headers, text } = await call(path, { origin: ORIGIN, secret: null, variables });
  return { how: headers.get('x-edge-cache'), text };
}

/** Looks at a page until this data centre has it. */
async function keep(path: string): Promise<void> {
  await visit(path);
  expect((await visit(path)).how).toBe('HIT');
}

describe('POST /cache/purge', () => {
  test('drops pages, and what is rendered next is what the shop says', async () => {
    const { id, slug } = product;
    const [category] = await shop.categories();
    const paths = [`/${slug}`, `/${category?.path}`, '/'];
    for (const path of paths) await keep(path);
    await backendControl.edit({ op: 'updateProduct', id, patch: { price: 4_444.25 } });
    const { status, json } = await purge([`${ORIGIN}/${slug}`, `/${category?.path}`, '/']);
    const run = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect([status, json]).toEqual([
      200,
      {
        purged: 3,
        urls: [
          {
            url: `${ORIGIN}/${slug}`,
            store: 'en',
            path: `/${slug}`,
            entity: { type: 'product', id },
            look: 'done',
            run,
          },
          {
            url: `/${category?.path}`,
            store: 'en',
            path: `/${category?.path}`,
            entity: { type: 'category', id: category?.id },
            look: 'done',
            run,
          },
          { url: '/', store: 'en', path: '/', entity: null, look: 'none' },
        ],
      },
    ]);
    expect(await env.CONTENT.get(keys.product('en', slug), 'json')).toMatchObject({ price: 4_444.25 });
    for (const path of paths) expect([path, (await visit(path)).how]).toEqual([path, 'MISS']);
    expect((await visit(`/${slug}`)).text).toContain('4,444.25');
  });

  test('drops a page of which nothing has changed as well, and no other', async () => {
    const [category] = await shop.categories();
    await keep(`/${product.slug}`);
    await keep(`/${category?.path}`);
    const { json } = await purge([`/${product.slug}.html`]);
    expect(json.urls).toMatchObject([{ path: `/${product.slug}`, look: 'done' }]);
    expect((await visit(`/${product.slug}`)).how).toBe('MISS');
    expect((await visit(`/${category?.path}`)).how).toBe('HIT');
  });

  test('waits for nothing where the caller does not want to wait', async () => {
    const { status, headers, json } = await purge([`/${product.slug}`], {
      headers: { Prefer: 'respond-async' },
    });
    expect([status, headers.get('preference-applied')]).toEqual([202, 'respond-async']);
    expect(json.urls).toMatchObject([{ look: 'under-way' }]);
  });

  test('says which look has failed and why; the page is dropped all the same', async () => {
    await keep(`/${product.slug}`);
    await backendControl.fail([{ kind: 'status', status: 500 }]);
    const { status, json } = await purge(['/', `/${product.slug}`], { query: '?store=en' });
    expect([status, json.error]).toEqual([502, 'look_failed']);
    expect(json.message).toContain(`/${product.slug} was not looked at`);
    expect(json.urls).toMatchObject([{ look: 'none' }, { look: 'failed', reason: expect.any(String) }]);
    await backendControl.heal();
    expect((await visit(`/${product.slug}`)).how).toBe('MISS');
  });

  test.each<[string, unknown, number, string]>([
    ['nothing', undefined, 400, 'invalid_urls'],
    ['an empty list', [], 400, 'invalid_urls'],
    ['a text', '/tee', 400, 'invalid_urls'],
    ['numbers', [7], 400, 'invalid_urls'],
    ['more than 100', Array.from({ length: 101 }, (_, n) => `/${n}`), 400, 'invalid_urls'],
    ['another shop', ['https://elsewhere.example/tee'], 400, 'unknown_url'],
    ['another host’s path', ['//elsewhere.example/tee'], 400, 'unknown_url'],
    ['a key', ['en:product:tee'], 400, 'unknown_url'],
    ['broken encoding', ['/%E0%A4%A'], 400, 'unknown_url'],
  ])('refuses %s, and drops nothing beside it', async (_what, urls, status, error) => {
    await keep(`/${product.slug}`);
    const answer = await purge(
      Array.isArray(urls) && urls.length === 1 ? [`/${product.slug}`, ...urls] : urls,
    );
    expect([answer.status, answer.json]).toEqual([status, { error, message: expect.any(String) }]);
    expect((await visit(`/${product.slug}`)).how).toBe('HIT');
  });

  test('is for those who know the secret, and a store’s own secret for its own pages', async () => {
    expect((await purge(['/'], { secret: null })).status).toBe(401);
    expect((await purge(['/'], { query: '?store=nowhere' })).json.error).toBe('unknown_store');
    const registry = ['en', 'de'].map((code) => ({ code, name: code, url: `https://${code}.example` }));
    await env.CONTENT.put(
      keys.stores,
      JSON.stringify(registry.map((store) => ({ ...store, secret: STORE_SECRET }))),
    );
    const own = { secret: STORE_SECRET, query: '?store=en' };
    const foreign = await purge(['/', 'http://de.localhost/'], own);
    expect([foreign.status, foreign.json.error]).toEqual([403, 'other_store']);
    expect((await purge(['/'], own)).json).toMatchObject({ purged: 1, urls: [{ store: 'en' }] });
    await env.CONTENT.delete(keys.stores);
  });

  test('takes twenty pages at once on the free plan', async () => {
    const urls = Array.from({ length: 21 }, (_, n) => `/${n}`);
    const { status, json } = await purge(urls, { variables: { ...variables, PLAN: 'free' } });
    expect([status, json.message]).toEqual([400, expect.stringContaining('1 to 20 URLs')]);
  });
});
