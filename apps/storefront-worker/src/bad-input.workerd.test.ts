import { env } from 'cloudflare:workers';
import type { ProductRecord } from '@maho-storefront/kv-schema';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { deploymentPulse } from './deployment/deployment-pulse.js';
import { backendControl } from './testing/backend-control.js';
import { ShopInKv } from './testing/shop-in-kv.js';
import { type Answer, type CallOptions, call, post } from './testing/worker-client.js';
import { makeWorker } from './worker.js';

const shop = new ShopInKv('en');
let product: ProductRecord;
/** Path of a category, and of its last listing page. */
let category: string;

beforeAll(async () => {
  expect((await post('/sync')).json).toMatchObject({ success: true });
  const [first] = (await shop.products()).filter(({ type }) => type === 'simple');
  const [top] = await shop.categories();
  if (!first || !top) throw new Error('The shop is empty');
  product = first;
  category = `/${top.path}`;
});

function visit(path: string, options: CallOptions = {}): Promise<Answer> {
  const variables = { PULSE_MEMO_MS: '0' };
  return call(path, { origin: 'http://en.localhost', secret: null, variables, ...options });
}

/** Expects that a browser takes nothing of the answer for code. */
function expectHarmless({ text, headers }: Answer): void {
  const type = headers.get('content-type') ?? '';
  if (!type.startsWith('text/html')) {
    expect([type, headers.get('x-content-type-options')]).toEqual([
      expect.stringMatching(/^(?:application\/json|$)/),
      'nosniff',
    ]);
    return;
  }
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  for (const code of ['<script>alert', '<img src=x']) {
    expect([code, text.includes(code)]).toEqual([code, false]);
  }
  expect(text.match(/<script(?![^>]*\b(?:src=|type="application\/(?:ld\+)?json"))/)).toBeNull();
}

describe('an address that cannot be one', () => {
  test.each([
    ['/%', 404],
    ['/%E0%A4%A', 404],
    ['/%ff%fe', 404],
    ['/women/%C0%AE%C0%AE/secret', 404],
    ['/a%00b', 404],
    ['/a%0d%0aSet-Cookie:%20x=1', 404],
    ['/..%2f..%2fetc%2fpasswd', 404],
    [`/${'a'.repeat(600)}`, 404],
    [`/${'%C3%A9'.repeat(300)}`, 404],
    [`/${'a'.repeat(3_000)}`, 404],
    [`/${'a/'.repeat(1_500)}`, 404],
    ['/no-such-page', 404],
    ['/no-route', 404],
    ['/en:product:x', 404],
    ['/_stores', 404],
    ['/blog/no-such-post', 404],
    ['/blog/category/no-such-category', 404],
    [`/blog/${'a'.repeat(600)}`, 404],
    ['/<script>alert(1)</script>', 404],
  ])('%s is answered %i', async (path, status) => {
    const answer = await visit(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expectHarmless(answer);
  });

  test.each(['0', '-1', '1.5', '1e3', 'abc', '99', '0x1', '٣', '9'.repeat(400), '%E0%A4%A', '2%00'])(
    'page %s is no page of anything, never an empty one',
    async (page) => {
      for (const path of [category, '/blog', '/search?q=shirt']) {
        const { status } = await visit(`${path}${path.includes('?') ? '&' : '?'}page=${page}`);
        expect([path, status]).toEqual([path, 404]);
      }
    },
  );

  test('a query that no page reads changes nothing', async () => {
    const plain = await visit(category);
    const odd = await visit(`${category}?utm_source=%E0%A4%A&x[]=1&sort=nonsense&${'y=1&'.repeat(500)}`);
    expect([odd.status, odd.text]).toEqual([200, plain.text]);
  });

  test('another host shows the first store and gets into no page that others get', async () => {
    const stranger = await visit('/', { origin: 'https://evil.example' });
    expect(stranger.status).toBe(200);
    const [first] = await deploymentPulse(env).stores();
    const own = await visit('/', { origin: `http://${first?.code}.localhost` });
    const withoutHost = (text: string) => text.replaceAll(/https?:\/\/[\w.]+/g, '');
    expect(withoutHost(stranger.text)).toBe(withoutHost(own.text));
    expect((await visit('/')).text).not.toContain('evil.example');
  });
});

describe('a search for what is no word', () => {
  test.each([
    ['quotes and markup', '"><script>alert(1)</script>'],
    ['a single quote', "' OR 1=1 --"],
    ['a tag', '<img src=x onerror=x>'],
    ['half of an encoding', '%E0%A4%A', true],
    ['NUL and line ends', 'a\0b\r\nc'],
    ['half a surrogate pair', '\ud800'],
    ['nothing but spaces', '   '],
    ['ten thousand letters', 'x'.repeat(10_000)],
  ])('is a page of results: %s', async (_what, query, isEncoded = false) => {
    const q = isEncoded ? query : new URLSearchParams({ q: query }).toString().slice(2);
    for (const suffix of ['', '&suggest=1']) {
      const answer = await visit(`/search?q=${q}${suffix}`);
      expect([suffix, answer.status]).toEqual([suffix, 200]);
      expectHarmless(answer);
    }
  });
});

describe('a name that is markup', () => {
  test('is shown as text wherever it stands', async () => {
    const name = `</script><script>alert(1)</script><img src=x onerror=x> & "quoted"`;
    await backendControl.edit({ op: 'updateProduct', id: product.id, patch: { name, metaTitle: name } });
    expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
    const listings = await shop.listingPages();
    const showing = [...listings].flatMap(([path, { products }]) =>
      products.some(({ id }) => id === product.id) ? [path] : [],
    );
    const { linking } = await shop.pagesWith(product.id);
    for (const path of [`/${product.slug}`, ...showing, ...linking, '/search?q=alert&suggest=1']) {
      const answer = await visit(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expectHarmless(answer);
      expect(answer.text).toContain(path.includes('suggest') ? '{"suggestions":' : 'alert(1)');
      for (const [, json = ''] of answer.text.matchAll(
        /<script type="application\/ld\+json">(.*?)<\/script>/gs,
      )) {
        expect(JSON.parse(json)).toHaveProperty('@context');
      }
    }
  });
});

describe('a record in KV that cannot be understood', () => {
  const broken: [what: string, value: string][] = [
    ['cut off', '{"id":1,"name":"Hal'],
    ['empty', ''],
    ['of another shape', '{"unexpected":true}'],
    ['of another type', '"text"'],
    ['null', 'null'],
    ['full of nonsense', '[{"id":"x","path":null,"children":7}]'],
  ];
  let restore: (() => Promise<void>) | null = null;

  afterEach(async () => {
    await restore?.();
    restore = null;
  });

  /** Puts a broken value under a key; whoever is asked next has never seen another. */
  async function breakKey(name: string, value: string): Promise<void> {
    const key = `en:${name}`;
    const { value: sound, metadata } = await env.CONTENT.getWithMetadata(key, 'text');
    if (sound === null) throw new Error(`There is no ${key}`);
    await env.CONTENT.put(key, value, { metadata });
    restore = () => env.CONTENT.put(key, sound, { metadata });
  }

  let isolates = 0;
  /** A page as an isolate renders it that has never seen it, and for which nobody has kept it. */
  function freshVisit(path: string): Promise<Answer> {
    isolates += 1;
    return visit(path, { isolate: makeWorker(), origin: `http://en.localhost:${1_000 + isolates}` });
  }

  test.each(broken)('costs no page but its own, and that one no 500: %s', async (_what, value) => {
    const [listing = ''] = [...(await shop.listingPages())].find(([path]) => path === category) ?? [];
    const [cms] = (await shop.cmsPages()).filter(({ identifier }) => identifier === 'about');
    const [blogPost] = await shop.blogPosts();
    const [top] = await shop.categories();
    const cases: [key: string, path: string, answers: number[]][] = [
      // The backend is asked for a product that the index knows.
      [`product:${product.slug}`, `/${product.slug}`, [200]],
      [`products:category:${top?.id}:page:1`, listing, [404]],
      [`category:${top?.id}`, listing, [404]],
      [`cms:${cms?.identifier}`, `/${cms?.identifier}`, [404]],
      [`blog:${blogPost?.urlKey}`, `/blog/${blogPost?.urlKey}`, [404]],
      ['blog-posts', '/blog', [200]],
      ['blog-categories', `/blog/${blogPost?.urlKey}`, [200]],
      ['cms-pages', '/', [200]],
      ['categories', '/catalog', [200]],
      ['category-paths', '/no-such-page', [404]],
      ['menu', '/', [200]],
      ['menu', `/${product.slug}`, [200]],
      ['config', `/${product.slug}`, [503]],
    ];
    for (const [key, path, answers] of cases) {
      await breakKey(key, value);
      const answer = await freshVisit(path);
      await restore?.();
      expect([key, path, answers]).toEqual([key, path, expect.arrayContaining([answer.status])]);
      expectHarmless(answer);
    }
  });
});
