import { generateCatalogue } from '@maho-storefront/demo-backend';
import { parseKey, parseMetadata, recordVersion } from '@maho-storefront/kv-schema';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SeededRandom } from '../histories/seeded-random.js';
import type { RunRecord } from '../run/run-record.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { contentDifferences, contractFaults, recordsOf } from './testing/kv-contents.js';
import { ObservedKvStore } from './testing/observed-kv-store.js';
import type { SyncedStore } from './testing/synced-store.js';

const shop = new AcceptanceShop(generateCatalogue({ products: 110, categories: 12, stores: 1, seed: 4 }));
let pristine: SyncedStore;

beforeAll(async () => {
  pristine = shop.store('en');
  await pristine.soundRun();
}, 60_000);

/** The two kinds of run that compare KV with the index. */
const RECONCILING = [
  {
    kind: 'a scheduled full run, eleven minutes later',
    reconcile: (store: SyncedStore): Promise<RunRecord> => {
      shop.clock.advance(11 * 60_000);
      return store.run('full', {}, 'schedule');
    },
  },
  {
    kind: 'a full run with rebuild',
    reconcile: (store: SyncedStore): Promise<RunRecord> => store.run('full', { rebuild: true }),
  },
] as const;

/** What another storefront may have left: keys in our patterns, with values and metadata of its own. */
function oldStorefront(slugs: readonly string[]): [string, string][] {
  const shared = slugs.slice(0, 20).map((slug): [string, string] => [`en:product:${slug}`, '{"name":"old"}']);
  return [
    ...shared,
    ...Array.from({ length: 30 }, (_, n): [string, string] => [`en:product:gone-${n}`, '{"id":7,"sku":"x"}']),
    ['en:config', '{"theme":"old"}'],
    ['en:categories', '[]'],
    ['en:category:999', '{"id":999}'],
    ['en:products:category:4:page:1', '{"products":[],"page":1}'],
    ['en:products:category:999:page:1', '{"products":[]}'],
    ['en:cms:home', 'not even JSON'],
    ['en:cms:forgotten', '{}'],
    ['en:blog:forgotten', '{}'],
    ['en:block:forgotten', '{}'],
    ['en:redirect:old-path', '{"to":"nowhere"}'],
    ['en:pulse', '{"version":12}'],
  ];
}

const FOREIGN: readonly [string, string][] = [
  ['en:search-index', 'theirs'],
  ['en:product', 'theirs'],
  ['en:sitemap:1', 'theirs'],
  ['en2:product:x', 'theirs'],
  ['fr:product:x', 'theirs'],
  ['session/abc', 'theirs'],
  ['_stores', '[{"code":"en","secret":"theirs"}]'],
];

describe('a KV that another storefront has filled', () => {
  let store: SyncedStore;

  beforeAll(async () => {
    const kv = new ObservedKvStore();
    const slugs = recordsOf(pristine, 'product').map(({ key }) => key.slug);
    for (const [key, value] of [...oldStorefront(slugs), ...FOREIGN]) {
      kv.entries.set(key, { value, metadata: key.includes('gone') ? null : { version: 3 } });
    }
    store = shop.store('en', { kv });
    await store.soundRun();
  }, 60_000);

  it('equals that of a pristine sync after one full sync', () => {
    const foreign = new Set(FOREIGN.map(([key]) => key));
    const ours = [...store.kv.entries].filter(([key]) => !foreign.has(key));
    expect(new Map(ours.map(([key]) => [key, true])).size).toBe(pristine.kv.entries.size);
    const kv = new ObservedKvStore();
    for (const [key, entry] of ours) kv.entries.set(key, entry);
    expect(contentDifferences(shop.store('en', { kv }), pristine)).toEqual([]);
    expect(store.pulse().hash).toBe(pristine.pulse().hash);
  });

  it('keeps every key that is not of our patterns, untouched', () => {
    for (const [key, value] of FOREIGN) expect(store.kv.entries.get(key)?.value, key).toBe(value);
    const touched = [...store.kv.puts, ...store.kv.deletes];
    expect(touched.filter((key) => FOREIGN.some(([foreign]) => foreign === key))).toEqual([]);
  });
});

describe.each(RECONCILING)('$kind', ({ reconcile }) => {
  let store: SyncedStore;
  let pulse: string;

  beforeEach(async () => {
    store = shop.store('en');
    await store.soundRun();
    pulse = store.pulse().hash;
    store.kv.forget();
  });

  it('writes again what an earlier version of the code has written', async () => {
    const earlier = [...store.kv.entries].filter(([name]) => parseKey(name)?.type === 'category');
    for (const [name, entry] of earlier) {
      const metadata = parseMetadata(entry.metadata);
      store.kv.entries.set(name, { ...entry, metadata: { ...metadata, v: recordVersion('category') - 1 } });
    }
    expect(earlier.length).toBeGreaterThan(5);
    expect((await reconcile(store)).state).toBe('succeeded');
    for (const [name] of earlier) {
      expect(parseMetadata(store.kv.entries.get(name)?.metadata)?.v).toBe(recordVersion('category'));
    }
  });

  it('writes 50 keys again that were deleted behind the index, and 50 that were altered', async () => {
    const random = new SeededRandom(9);
    const names = [...store.kv.entries.keys()].filter((name) => parseKey(name)?.type !== 'pulse');
    const chosen = new Set<string>();
    while (chosen.size < 100) chosen.add(random.pick(names));
    for (const [n, name] of [...chosen].entries()) {
      const metadata = parseMetadata(store.kv.entries.get(name)?.metadata);
      const alien = n % 4 === 1 ? null : { ...metadata, h: '0'.repeat(32) };
      if (n % 2 === 0) store.kv.entries.delete(name);
      else store.kv.entries.set(name, { value: '{"altered":true}', metadata: alien });
    }
    const run = await reconcile(store);
    expect(run.state).toBe('succeeded');
    expect(contentDifferences(store, pristine)).toEqual([]);
    expect(await contractFaults(store)).toEqual([]);
    expect(new Set(store.kv.puts.filter((key) => key !== 'en:pulse'))).toEqual(chosen);
    expect(store.pulse().hash).toBe(pulse);
  });

  it('removes keys of our patterns that no record claims', async () => {
    for (const name of ['en:product:planted', 'en:redirect:planted', 'en:cms:planted', 'en:category:77777']) {
      store.kv.entries.set(name, { value: '{"planted":true}', metadata: null });
    }
    await reconcile(store);
    expect(contentDifferences(store, pristine)).toEqual([]);
    expect(store.pulse().hash).toBe(pulse);
  });

  it('writes nothing when KV is as it should be', async () => {
    const run = await reconcile(store);
    expect(run.state).toBe('succeeded');
    expect(store.kv.writes).toBe(0);
  });

  it('brings everything back after KV was emptied', async () => {
    store.kv.entries.clear();
    await reconcile(store);
    expect(contentDifferences(store, pristine)).toEqual([]);
    expect(store.kv.entries.size).toBe(pristine.kv.entries.size);
    expect(store.pulse().hash).toBe(pulse);
  });

  it.each([
    { what: 'deleted', spoil: ({ kv }: SyncedStore) => kv.entries.delete('en:pulse') },
    {
      what: 'overwritten',
      spoil: ({ kv }: SyncedStore) => kv.entries.set('en:pulse', { value: '{"version":12}', metadata: null }),
    },
  ])('puts the pulse back, as it was, that was $what while nothing else changed', async ({ spoil }) => {
    const entry = store.kv.entries.get('en:pulse');
    spoil(store);
    expect((await reconcile(store)).state).toBe('succeeded');
    expect(store.kv.entries.get('en:pulse')).toEqual(entry);
    expect(store.kv.puts).toEqual(['en:pulse']);
  });

  it('learns everything again after the index was lost, and writes nothing that is right', async () => {
    const seq = store.pulse().seq;
    const reborn = shop.store('en', { kv: store.kv });
    const run = await reconcile(reborn);
    expect(run.state).toBe('succeeded');
    expect(contentDifferences(reborn, pristine)).toEqual([]);
    expect(reborn.pulse().hash).toBe(pulse);
    expect(reborn.pulse().seq).toBeGreaterThanOrEqual(seq);
    expect(store.kv.puts.filter((key) => key !== 'en:pulse')).toEqual([]);
    expect(store.kv.deletes).toEqual([]);
    expect(run.synced).toEqual({
      config: 1,
      categories: 12,
      products: 110,
      cmsPages: recordsOf(reborn, 'cms-page').length,
      blogPosts: recordsOf(reborn, 'blog-post').length,
      countries: 1,
    });
  });
});

describe('a lost index', () => {
  it('is made good by any full sync, redirects and sold-out products included', async () => {
    const living = new AcceptanceShop(generateCatalogue({ products: 60, categories: 8, stores: 1, seed: 4 }));
    const store = living.store('en');
    await store.soundRun();
    const [renamed, soldOut] = [...living.catalogue.index.listed(living.catalogue.defaultStore)].filter(
      ({ type }) => type === 'simple',
    );
    if (!renamed || !soldOut) throw new RangeError('The shop has no two simple products');
    const oldKey = renamed.urlKey;
    living.edit.renameUrlKey(renamed.id, 'renamed-before-the-loss');
    living.edit.setStock(soldOut.id, 0);
    await store.soundRun();
    const before = new Map(store.kv.entries);
    const reborn = living.store('en', { kv: store.kv });
    await reborn.soundRun();
    expect([...reborn.kv.entries.keys()].sort()).toEqual([...before.keys()].sort());
    expect(reborn.kv.entries.get(`en:redirect:${oldKey}`)).toEqual(before.get(`en:redirect:${oldKey}`));
    expect(recordsOf(reborn, 'product').some(({ record }) => record.id === soldOut.id)).toBe(true);
  });

  it('does not bring back what was deleted while it was lost', async () => {
    const living = new AcceptanceShop(generateCatalogue({ products: 60, categories: 8, stores: 1, seed: 4 }));
    const store = living.store('en');
    await store.soundRun();
    const [gone] = living.catalogue.index.listed(living.catalogue.defaultStore);
    if (!gone) throw new RangeError('The shop is empty');
    living.edit.deleteProduct(gone.id);
    const reborn = living.store('en', { kv: store.kv });
    await reborn.soundRun();
    expect(recordsOf(reborn, 'product').some(({ record }) => record.id === gone.id)).toBe(false);
  });
});
