import { env } from 'cloudflare:workers';
import type { CategoryTreeRecord, ListingPageRecord, ProductRecord } from '@maho-storefront/kv-schema';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { describeCachedPages } from './testing/cached-pages-suite.js';
import { CountedKv } from './testing/counted-kv.js';
import { ShopIsolate } from './testing/shop-isolate.js';
import { type Answer, type CallOptions, call, post } from './testing/worker-client.js';

const noMemo = { PULSE_MEMO_MS: '0' };

/** A shopper's request, without a secret. */
function visit(path: string, store = 'en', options: CallOptions = {}): Promise<Answer> {
  return call(path, { secret: null, variables: noMemo, origin: `http://${store}.localhost`, ...options });
}

const cacheOf = ({ headers }: Answer) => headers.get('x-edge-cache');

async function record<T>(key: string): Promise<T> {
  const value = await env.CONTENT.get<T>(key, 'json');
  if (value === null) throw new Error(`There is no ${key}`);
  return value;
}

/** Paths of pages of store `en`, and a product with the categories that show it. */
let paths: string[] = [];
let product: ProductRecord;
let showing: string[] = [];
let other: string;

beforeAll(async () => {
  expect((await post('/sync')).json).toMatchObject({ success: true });
  const tree = await record<CategoryTreeRecord>('en:categories');
  const listings = new Map<string, ListingPageRecord>();
  for (const { id, path } of flat(tree)) {
    listings.set(path, await record<ListingPageRecord>(`en:products:category:${id}:page:1`));
  }
  const cards = [...listings.values()].flatMap(({ products }) => products);
  const simple = cards.find(({ type }) => type === 'simple');
  if (!simple) throw new Error('The shop has no simple product');
  product = await record<ProductRecord>(`en:product:${simple.slug}`);
  showing = [...listings].flatMap(([path, { products }]) =>
    products.some(({ id }) => id === product.id) ? [path] : [],
  );
  other = cards.find(({ id }) => id !== product.id)?.slug ?? '';
  paths = [...listings.keys(), ...new Set(cards.map(({ slug }) => slug))].map((path) => `/${path}`);
});

function flat(tree: CategoryTreeRecord): CategoryTreeRecord {
  return tree.flatMap((node) => [node, ...flat(node.children)]);
}

describe('pages from KV', () => {
  test('every category and every listed product has a page with its name, its address and no inline code', async () => {
    for (const path of paths) {
      const { status, text, headers } = await visit(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain(`<link rel="canonical" href="http://en.localhost${path}"`);
      expect(text).not.toMatch(/<script(?![^>]*\b(?:src=|type="application\/(?:ld\+)?json"))/);
      expect(text).not.toMatch(/\sstyle="|\son[a-z]+="/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
    }
  });

  test('home leads to every category of the menu', async () => {
    const { text } = await visit('/');
    const menu = await record<CategoryTreeRecord>('en:menu');
    for (const { path } of menu) expect(text).toContain(`href="/${path}"`);
  });

  test('a page is HIT the second time, and a browser that has it gets 304', async () => {
    await visit('/');
    const again = await visit('/');
    expect(cacheOf(again)).toBe('HIT');
    expect(again.headers.get('cache-control')).toContain('must-revalidate');
    const etag = again.headers.get('etag') ?? '';
    const kept = await visit('/', 'en', { headers: { 'If-None-Match': etag } });
    expect([kept.status, kept.text]).toEqual([304, '']);
  });

  test('other spellings lead to the clean address, and a second path to the slug', async () => {
    for (const spelling of [`/${product.slug}/`, `/${product.slug}.html`, `//${product.slug}`]) {
      const { status, headers } = await visit(spelling);
      expect([spelling, status, headers.get('location')]).toEqual([spelling, 301, `/${product.slug}`]);
    }
  });
});

describe('after a change, exactly the pages that show it are rendered again', () => {
  test('one price: the product and its listings are MISS once, others are served, another store is untouched', async () => {
    const watched = ['/blog', `/${other}`, `/${product.slug}`, ...showing.map((path) => `/${path}`)];
    for (const path of watched) await visit(path);
    await visit('/', 'de');
    await backendControl.edit({ op: 'updateProduct', id: product.id, patch: { price: 123.45 } });
    expect((await post('/sync/products?store=en')).json).toMatchObject({ success: true });
    for (const path of ['/blog', `/${other}`]) expect(cacheOf(await visit(path))).toBe('REVALIDATED');
    const changed = await visit(`/${product.slug}`);
    expect(cacheOf(changed)).toBe('MISS');
    expect(changed.text).toContain('123.45');
    for (const path of showing) expect([path, cacheOf(await visit(`/${path}`))]).toEqual([path, 'MISS']);
    for (const path of watched) expect([path, cacheOf(await visit(path))]).toEqual([path, 'HIT']);
    expect(cacheOf(await visit('/', 'de'))).toBe('HIT');
  });
});

describeCachedPages({ pages: 60, share: 1, otherStore: 'de' });

describe('an isolate that believes its pulse for a while', () => {
  test('serves what it holds without asking KV, and lets it go when the pulse that it comes to know says so', async () => {
    const kv = new CountedKv(env.CONTENT);
    const isolate = new ShopIsolate(kv.namespace, 60_000);
    const at = vi.spyOn(Date, 'now');
    const path = `/${product.slug}`;
    await isolate.visit(path);
    kv.reads.length = 0;
    const held = await isolate.visit(path);
    expect([held.how, held.status, held.text.includes(product.name), kv.reads]).toEqual([
      'HIT',
      200,
      true,
      [],
    ]);
    await backendControl.edit({ op: 'updateProduct', id: product.id, patch: { price: 87.65 } });
    expect((await post('/sync/products?store=en')).json).toMatchObject({ success: true });
    expect((await isolate.visit(path)).how).toBe('HIT');
    const later = Date.now() + 60_000;
    at.mockImplementation(() => later);
    const changed = await isolate.visit(path);
    at.mockRestore();
    expect([changed.how, changed.text.includes('87.65')]).toEqual(['MISS', true]);
  });

  test('answers what is no page as ever', async () => {
    const isolate = new ShopIsolate(env.CONTENT, 60_000);
    await isolate.visit('/');
    expect((await isolate.visit('/pulse')).text).toContain('"hash"');
    expect((await isolate.visit('/sync/nonsense')).text).toContain('unknown_sync_type');
    expect((await isolate.visit('/no-such-page')).status).toBe(404);
  });
});

describe('what a rendering reads from KV', () => {
  async function linkingProduct(): Promise<{ slug: string; id: number; linked: string[] }> {
    for (const path of paths) {
      const key = `en:product:${path.slice(1)}`;
      const {
        slug,
        id,
        related = [],
        upsell = [],
      } = (await env.CONTENT.get<ProductRecord>(key, 'json')) ?? {};
      const linked = [...related, ...upsell].map((link) => `en:product:${link.slug}`);
      if (slug !== undefined && id !== undefined && linked.length > 0) return { slug, id, linked };
    }
    throw new Error('No product links to another');
  }

  test('a new isolate asks for what it needs in as few goes as can be, and one at work only for what changed', async () => {
    const kv = new CountedKv(env.CONTENT);
    const isolate = new ShopIsolate(kv.namespace);
    const { slug, id, linked } = await linkingProduct();
    // A parameter that only the search reads makes a page that nobody has asked for.
    const path = `/${slug}?q=counted`;
    expect((await isolate.visit(path)).how).toBe('MISS');
    expect(kv.reads).toEqual([
      ['en:pulse'],
      ['en:config', 'en:menu', 'en:cms-pages', 'en:blog-categories'],
      [`en:product:${slug}`],
      [...new Set(linked)],
    ]);
    await backendControl.edit({ op: 'updateProduct', id, patch: { name: 'Counted thing' } });
    expect((await post('/sync/products?store=en')).json).toMatchObject({ success: true });
    kv.reads.length = 0;
    const { how, text } = await isolate.visit(path);
    expect([how, text.includes('Counted thing')]).toEqual(['MISS', true]);
    expect(kv.reads).toEqual([['en:pulse'], [`en:product:${slug}`]]);
  });
});

describe('two stores at once', () => {
  test('no page of one holds anything of the other', async () => {
    const [en, de] = await Promise.all([
      Promise.all(Array.from({ length: 24 }, () => visit('/', 'en'))),
      Promise.all(Array.from({ length: 24 }, () => visit('/', 'de'))),
    ]);
    for (const { text } of en) expect(text).toContain('<html lang="en-US"');
    for (const { text } of de) expect(text).toContain('<html lang="de-DE"');
    expect(new Set(en.map(({ text }) => text)).size).toBe(1);
    expect(new Set(de.map(({ text }) => text)).size).toBe(1);
  });
});

describe('KV that does not show a record yet', () => {
  test('a product that a listing shows is never 404: the backend is asked, and the page is not kept for long', async () => {
    const key = `en:product:${product.slug}`;
    const { value, metadata } = await env.CONTENT.getWithMetadata(key, 'text');
    await env.CONTENT.delete(key);
    const fresh = { PULSE_MEMO_MS: '0', IMAGE_RESIZING: 'true' };
    const answer = await visit(`/${product.slug}`, 'en', {
      variables: fresh,
      origin: 'http://en.localhost:1',
    });
    expect([answer.status, answer.text.includes(product.name)]).toEqual([200, true]);
    if (value !== null) await env.CONTENT.put(key, value, { metadata });
  });
});
