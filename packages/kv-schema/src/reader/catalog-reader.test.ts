import { describe, expect, it, vi } from 'vitest';
import { KeyPartError } from '../errors/key-part-error.js';
import { keys } from '../keys/key-builder.js';
import { serializeRecord } from '../serialize.js';
import { MemoryKv, MemoryKvWithMetadata } from '../testing/memory-kv.js';
import { sampleCategory, sampleListing, sampleProduct, sampleSlug } from '../testing/sample-records.js';
import { CatalogReader, type KeyRead } from './catalog-reader.js';
import type { RecordMemory, RememberedRecord } from './record-memory.js';

const hash = '0123456789abcdef0123456789abcdef';
const metadata = { h: hash, v: 1, u: '2026-11-23T10:00:00.000Z' };

function productsInKv(count: number): Map<string, string> {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  return new Map(
    ids.map((id) => [keys.product('en', sampleSlug(id)), serializeRecord('product', sampleProduct(id))]),
  );
}

describe('CatalogReader', () => {
  it('reads each kind of record under its own key', async () => {
    const asked: string[] = [];
    const reader = new CatalogReader(new MemoryKv(new Map()), 'en', { onRead: (key) => asked.push(key) });
    const answers = [
      await reader.config(),
      await reader.categories(),
      await reader.menu(),
      await reader.categoryPaths(),
      await reader.category(3),
      await reader.product('tee'),
      await reader.listing(3, 2),
      await reader.cmsPage('about'),
      await reader.cmsPages(),
      await reader.block('footer'),
      await reader.blogPost('hello'),
      await reader.blogPosts(),
      await reader.blogCategories(),
      await reader.countries(),
      await reader.redirect('old/path'),
      await reader.pulse(),
    ];
    expect(answers.every((answer) => answer === null)).toBe(true);
    expect(asked).toEqual([
      'en:config',
      'en:categories',
      'en:menu',
      'en:category-paths',
      'en:category:3',
      'en:product:tee',
      'en:products:category:3:page:2',
      'en:cms:about',
      'en:cms-pages',
      'en:block:footer',
      'en:blog:hello',
      'en:blog-posts',
      'en:blog-categories',
      'en:countries',
      'en:redirect:old/path',
    ]);
  });

  it('gives back the records of its own store only', async () => {
    const kv = new MemoryKv(productsInKv(1));
    expect(await new CatalogReader(kv, 'en').product(sampleSlug(1))).toEqual(sampleProduct(1));
    expect(await new CatalogReader(kv, 'de').product(sampleSlug(1))).toBeNull();
  });

  it('reads the pulse', async () => {
    const pulse = {
      hash,
      seq: 3,
      updatedAt: '2026-11-23T10:00:00.000Z',
      log: [{ seq: 3, at: 5, changed: '*' }],
    };
    const kv = new MemoryKv(new Map([['en:pulse', serializeRecord('pulse', pulse)]]));
    expect(await new CatalogReader(kv, 'en').pulse()).toEqual(pulse);
  });

  it('takes for absent what it cannot parse', async () => {
    const kv = new MemoryKv(
      new Map([
        ['en:config', '{"half":'],
        ['en:menu', '{"not":"a list"}'],
        ['en:product:a', 'null'],
      ]),
    );
    const reader = new CatalogReader(kv, 'en');
    expect(await reader.config()).toBeNull();
    expect(await reader.menu()).toBeNull();
    expect(await reader.product('a')).toBeNull();
    expect(await reader.products(['a'])).toEqual([null]);
  });

  it('takes for absent what no key can address, without asking KV', async () => {
    const kv = new MemoryKv(new Map());
    const read: string[] = [];
    const reader = new CatalogReader(kv, 'en', { onRead: (key) => read.push(key) });
    expect(await reader.product('')).toBeNull();
    expect(await reader.redirect('x'.repeat(600))).toBeNull();
    expect(await reader.listing(3, 0)).toBeNull();
    expect(await reader.category(1.5)).toBeNull();
    expect(await reader.products(['', 'x'.repeat(600)])).toEqual([null, null]);
    expect(kv.calls).toEqual([]);
    expect(read).toEqual([]);
  });

  it('refuses an empty store code at once', () => {
    expect(() => new CatalogReader(new MemoryKv(new Map()), '')).toThrow(KeyPartError);
  });

  it('passes errors of KV on', async () => {
    const kv = { get: () => Promise.reject(new Error('KV is down')) };
    await expect(new CatalogReader(kv, 'en').config()).rejects.toThrow('KV is down');
    await expect(new CatalogReader(kv, 'en').products(['a'])).rejects.toThrow('KV is down');
  });

  it('hands the cache time to KV, and nothing where it is not set', async () => {
    const kv = new MemoryKv(new Map());
    await new CatalogReader(kv, 'en', { cacheTtl: 120 }).config();
    await new CatalogReader(kv, 'en').products(['a']);
    expect(kv.calls.map((call) => call.options)).toEqual([{ type: 'text', cacheTtl: 120 }, { type: 'text' }]);
  });
});

describe('CatalogReader.products', () => {
  it('keeps the order of the slugs, misses and repetitions included', async () => {
    const reader = new CatalogReader(new MemoryKv(productsInKv(3)), 'en');
    const found = await reader.products([sampleSlug(3), 'gone', '', sampleSlug(1), sampleSlug(3)]);
    expect(found.map((product) => product?.id ?? null)).toEqual([3, null, null, 1, 3]);
  });

  it('reads at most 100 keys at once and no key twice', async () => {
    const kv = new MemoryKv(productsInKv(250));
    const slugs = Array.from({ length: 250 }, (_, index) => sampleSlug(index + 1));
    const found = await new CatalogReader(kv, 'en').products([...slugs, ...slugs]);
    expect(found).toHaveLength(500);
    expect(found.every((product, index) => product?.slug === slugs[index % 250])).toBe(true);
    expect(kv.calls.map((call) => call.keys.length)).toEqual([100, 100, 50]);
  });

  it('asks KV for nothing when asked for nothing', async () => {
    const kv = new MemoryKv(new Map());
    expect(await new CatalogReader(kv, 'en').products([])).toEqual([]);
    expect(kv.calls).toEqual([]);
  });
});

describe('CatalogReader over a KV with metadata', () => {
  it('reports each key with the hash of what it read, and misses as not found', async () => {
    const values = productsInKv(1).set('en:menu', serializeRecord('menu', []));
    const kv = new MemoryKvWithMetadata(values, new Map([['en:product:product-1', metadata]]));
    const read = new Map<string, KeyRead>();
    const reader = new CatalogReader(kv, 'en', { onRead: (key, what) => read.set(key, what) });
    await reader.products([sampleSlug(1), 'gone']);
    await reader.menu();
    await reader.config();
    expect(Object.fromEntries(read)).toEqual({
      'en:product:product-1': { found: true, hash },
      'en:product:gone': { found: false, hash: null },
      'en:menu': { found: true, hash: null },
      'en:config': { found: false, hash: null },
    });
  });

  it('refuses a version it cannot read and takes records without metadata as they are', async () => {
    const tree = serializeRecord('categories', [sampleCategory(3)]);
    const listing = serializeRecord('listing', sampleListing([1]));
    const values = new Map([
      ['en:categories', tree],
      [keys.listing('en', 3, 1), listing],
    ]);
    const kv = new MemoryKvWithMetadata(values, new Map([['en:categories', { ...metadata, v: 99 }]]));
    const reader = new CatalogReader(kv, 'en');
    expect(await reader.categories()).toBeNull();
    expect(await reader.listing(3, 1)).toEqual(sampleListing([1]));
  });
});

describe('CatalogReader and what is asked for in one go', () => {
  it('reads it from KV at once, each key once, and gives everybody the own record', async () => {
    const kv = new MemoryKv(productsInKv(2).set('en:menu', serializeRecord('menu', [])));
    const reader = new CatalogReader(kv, 'en');
    const [menu, tee, again, gone, config] = await Promise.all([
      reader.menu(),
      reader.product(sampleSlug(1)),
      reader.product(sampleSlug(1)),
      reader.product('gone'),
      reader.config(),
    ]);
    expect([menu, tee?.id, again?.id, gone, config]).toEqual([[], 1, 1, null, null]);
    expect(kv.calls.map((call) => call.keys)).toEqual([
      ['en:menu', 'en:product:product-1', 'en:product:gone', 'en:config'],
    ]);
  });

  it('reads what is asked for later by itself', async () => {
    const kv = new MemoryKv(productsInKv(2));
    const reader = new CatalogReader(kv, 'en');
    await reader.product(sampleSlug(1));
    await reader.product(sampleSlug(2));
    expect(kv.calls.map((call) => call.keys)).toEqual(['en:product:product-1', 'en:product:product-2']);
  });

  it('fails for all of it when KV fails, and asks anew the next time', async () => {
    const values = productsInKv(1);
    const down = vi.spyOn(values, 'get').mockImplementation(() => {
      throw new Error('KV is down');
    });
    const reader = new CatalogReader(new MemoryKv(values), 'en');
    const both = await Promise.allSettled([reader.menu(), reader.product(sampleSlug(1))]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    down.mockRestore();
    expect(await reader.product(sampleSlug(1))).toMatchObject({ id: 1 });
  });
});

describe('CatalogReader with a memory', () => {
  function setUp() {
    const kv = new MemoryKvWithMetadata(productsInKv(2), new Map([['en:product:product-1', metadata]]));
    const kept = new Map<string, RememberedRecord>();
    const memory: RecordMemory = {
      recall: (key) => kept.get(key) ?? null,
      remember: (key, read) => void kept.set(key, read),
    };
    const read = new Map<string, KeyRead>();
    const newReader = () =>
      new CatalogReader(kv, 'en', { memory, onRead: (key, what) => read.set(key, what) });
    return { kv, kept, read, newReader };
  }

  it('asks KV once for what is remembered, and reports it each time', async () => {
    const { kv, read, newReader } = setUp();
    const first = await newReader().product(sampleSlug(1));
    read.clear();
    expect(await newReader().product(sampleSlug(1))).toBe(first);
    expect(kv.calls).toHaveLength(1);
    expect(Object.fromEntries(read)).toEqual({ 'en:product:product-1': { found: true, hash } });
  });

  it('asks KV again for what is forgotten', async () => {
    const { kv, kept, newReader } = setUp();
    await newReader().product(sampleSlug(1));
    kept.clear();
    await newReader().product(sampleSlug(1));
    expect(kv.calls).toHaveLength(2);
  });

  it('keeps neither what is missing nor what has no hash by which it could be told from another', async () => {
    const { kept, newReader } = setUp();
    await newReader().products([sampleSlug(1), sampleSlug(2), 'gone']);
    expect([...kept.keys()]).toEqual(['en:product:product-1']);
  });

  it('takes nothing of another type for the record', async () => {
    const { kept, newReader } = setUp();
    kept.set('en:product:product-1', { type: 'menu', record: [], hash, characters: 2 });
    expect(await newReader().product(sampleSlug(1))).toMatchObject({ id: 1 });
  });
});
