import { generateCatalogue } from '@maho-storefront/demo-backend';
import { changesSince, fingerprint } from '@maho-storefront/kv-schema';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SyncScope } from '../run/sync-scope.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { nth } from './testing/json-object.js';
import { contentsOf, contractFaults, recordsOf } from './testing/kv-contents.js';
import type { SyncedStore } from './testing/synced-store.js';

type Scope = Exclude<SyncScope, 'due' | 'changes' | 'products-by-id' | 'categories-by-id'>;

/** A change that a sync of the scope must notice, and a key that must hold it afterwards. */
const CHANGES: Readonly<Record<Scope, { key: string; change: (shop: AcceptanceShop, n: number) => void }>> = {
  full: {
    key: 'en:config',
    change: (shop, n) => shop.edit.setStoreConfig('en', { defaultTitle: `Full ${n}` }),
  },
  config: {
    key: 'en:config',
    change: (shop, n) => shop.edit.setStoreConfig('en', { defaultTitle: `Config ${n}` }),
  },
  categories: {
    key: 'en:category:4',
    change: (shop, n) => shop.edit.updateCategory(4, { name: `Women ${n}` }),
  },
  products: {
    key: 'en:products:category:4:page:1',
    change: (shop, n) => {
      for (const product of shop.catalogue.index.listed(shop.catalogue.defaultStore)) {
        if (product.type === 'simple') shop.edit.updateProduct(product.id, { price: 300 + n });
      }
    },
  },
  'cms-pages': {
    key: 'en:cms:home',
    change: (shop, n) => {
      const [id] = [...shop.catalogue.cmsPages].find(([, page]) => page.fields.identifier === 'home') ?? [0];
      shop.edit.editCmsPage(id, { title: `Home ${n}` });
    },
  },
  'blog-posts': {
    key: 'en:blog-posts',
    change: (shop, n) => shop.edit.editBlogPost(1, { title: `Post ${n}` }),
  },
  countries: {
    key: 'en:countries',
    change: (shop, n) => {
      const germany = {
        id: 'DE',
        name: `Germany ${n}`,
        iso2Code: 'DE',
        iso3Code: 'DEU',
        availableRegions: [],
      };
      const answer = { '@type': 'Collection', totalItems: 1, member: [germany] };
      shop.override = (path) => (path.startsWith('/countries') ? Response.json(answer) : null);
    },
  },
};

const SCOPES: readonly Scope[] = [
  'full',
  'config',
  'categories',
  'products',
  'cms-pages',
  'blog-posts',
  'countries',
];

let shop: AcceptanceShop;

beforeEach(() => {
  shop = new AcceptanceShop(generateCatalogue({ products: 30, categories: 4, stores: 1, seed: 2 }));
});

/** A store that has been synced twice with nothing in between. */
async function synced(pulseOnEverySync: boolean): Promise<SyncedStore> {
  const store = shop.store('en', { pulseOnEverySync });
  await store.soundRun();
  shop.clock.advance(60_000);
  store.kv.forget();
  return store;
}

describe.each(SCOPES)('after every sync the pulse is updated: %s', (scope) => {
  const { key, change } = CHANGES[scope];

  it('the pulse is new when the content is, and its log names the keys that changed', async () => {
    const store = await synced(false);
    const before = store.pulse();
    const valueBefore = store.kv.entries.get(key)?.value;
    change(shop, 1);
    const run = await store.soundRun(scope);
    const after = store.pulse();
    expect(store.kv.entries.get(key)?.value).not.toBe(valueBefore);
    expect(after.hash).not.toBe(before.hash);
    expect(after.seq).toBeGreaterThan(before.seq);
    expect(run.pulse).toBe(after.hash);
    const changes = changesSince(after.log, after.seq, before.seq);
    const named = changes.reach ? [...changes.changed.keys()].sort() : [];
    const touched = [...new Set([...store.kv.puts, ...store.kv.deletes])].filter(
      (name) => name !== 'en:pulse',
    );
    expect(named).toEqual(touched.map(fingerprint).sort());
    expect(named).toContain(fingerprint(key));
    expect(await contractFaults(store)).toEqual([]);
  });

  it('the pulse is the same, and nothing is written, when the content is', async () => {
    const store = await synced(false);
    change(shop, 1);
    await store.soundRun(scope);
    const before = store.kv.entries.get('en:pulse')?.value;
    store.kv.forget();
    shop.clock.advance(60_000);
    const run = await store.soundRun(scope);
    expect(store.kv.entries.get('en:pulse')?.value).toBe(before);
    expect(store.kv.writes).toBe(0);
    expect(run.pulse).toBe(store.pulse().hash);
  });

  it('the pulse is new every time with pulseOnEverySync, its log entry empty when nothing changed', async () => {
    const store = await synced(true);
    const hashes = new Set([store.pulse().hash]);
    for (let n = 1; n <= 3; n += 1) {
      const { seq } = store.pulse();
      const run = await store.soundRun(scope);
      hashes.add(store.pulse().hash);
      expect(store.pulse().seq).toBe(seq + 1);
      expect(store.pulse().log.at(-1)).toMatchObject({ seq: seq + 1, changed: '' });
      expect(run.pulse).toBe(store.pulse().hash);
      shop.clock.advance(60_000);
    }
    expect(hashes.size).toBe(4);
    expect(new Set(store.kv.puts)).toEqual(new Set(['en:pulse']));
    const { seq } = store.pulse();
    change(shop, 2);
    await store.soundRun(scope);
    hashes.add(store.pulse().hash);
    expect(hashes.size).toBe(5);
    const changes = changesSince(store.pulse().log, store.pulse().seq, seq);
    expect(changes.reach && changes.changed.has(fingerprint(key))).toBe(true);
  });

  it('the pulse is new once with refreshPulse, with an empty log entry, and stays then', async () => {
    const store = await synced(false);
    const { hash, seq } = store.pulse();
    await store.soundRun(scope, { refreshPulse: true });
    const refreshed = store.pulse();
    expect(refreshed.hash).not.toBe(hash);
    expect(refreshed.log.at(-1)).toMatchObject({ seq: seq + 1, changed: '' });
    expect(new Set(store.kv.puts)).toEqual(new Set(['en:pulse']));
    shop.clock.advance(60_000);
    store.kv.forget();
    await store.soundRun(scope);
    expect(store.pulse()).toEqual(refreshed);
    expect(store.kv.writes).toBe(0);
  });
});

describe('the pulse', () => {
  it('is the same for the same content, however it came about', async () => {
    const ids = shop.catalogue.index.listed(shop.catalogue.defaultStore).map(({ id }) => id);
    const [first, second, third] = [nth([...ids], 1), nth([...ids], 2), nth([...ids], 3)];
    const eventful = await synced(false);
    const start = eventful.pulse().hash;
    const page = nth(recordsOf(eventful, 'cms-page'), 0).record;

    shop.edit.updateProduct(first, { name: 'For a while', price: 12.5 });
    shop.edit.editCmsPage(page.id, { title: 'For a while' });
    shop.edit.setStatus(second, 'disabled');
    shop.edit.setStock(third, 0);
    await eventful.soundRun();
    expect(eventful.pulse().hash).not.toBe(start);

    shop.edit.updateProduct(first, { name: 'For good', price: 13.5 });
    shop.edit.editCmsPage(page.id, { title: page.title });
    shop.edit.setStatus(second, 'enabled');
    shop.edit.setStock(third, 9);
    await eventful.soundRun('cms-pages');
    await eventful.soundRun('products');
    await eventful.soundRun();
    // Which products another one names as related, nothing but its own item tells, which may be a day old.
    await eventful.pass(25 * 60 * 60 * 1000);

    const fresh = shop.store('en');
    await fresh.soundRun();
    expect(contentsOf(eventful)).toEqual(contentsOf(fresh));
    expect(eventful.pulse().hash).toBe(fresh.pulse().hash);

    const reborn = shop.store('en', { kv: eventful.kv });
    await reborn.soundRun('full', { rebuild: true });
    expect(reborn.pulse().hash).toBe(fresh.pulse().hash);
  });

  it('is what it was when every change is taken back', async () => {
    const store = await synced(false);
    const { hash, seq } = store.pulse();
    const id = nth([...shop.catalogue.index.listed(shop.catalogue.defaultStore)], 1).id;
    const name = recordsOf(store, 'product').find(({ record }) => record.id === id)?.record.name ?? '';
    shop.edit.updateProduct(id, { name: 'For a while' });
    await store.soundRun();
    expect(store.pulse().hash).not.toBe(hash);
    shop.edit.updateProduct(id, { name });
    await store.soundRun();
    expect(store.pulse().hash).toBe(hash);
    expect(store.pulse().seq).toBeGreaterThan(seq);
  });

  it('is not moved by a save that changes nothing but the time of the last save', async () => {
    const store = await synced(false);
    const { hash } = store.pulse();
    const product = nth([...shop.catalogue.index.listed(shop.catalogue.defaultStore)], 1);
    shop.edit.renameUrlKey(product.id, product.urlKey);
    await store.soundRun();
    expect(store.pulse().hash).toBe(hash);
    expect(store.kv.writes).toBe(0);
  });

  it('is written at most once a second during a long run', async () => {
    const store = shop.store('en');
    const writtenAt: number[] = [];
    const put = store.kv.put.bind(store.kv);
    store.kv.put = async (key, value, metadata) => {
      if (key === 'en:pulse') writtenAt.push(shop.clock.now());
      await put(key, value, metadata);
    };
    await store.soundRun();
    await store.soundRun('full', { refreshPulse: true });
    await store.soundRun('config', { refreshPulse: true });
    expect(writtenAt.length).toBeGreaterThan(2);
    const gaps = writtenAt.slice(1).map((at, n) => at - nth(writtenAt, n));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  });

  it('is published with what succeeded when the rest of a run fails', async () => {
    const store = await synced(false);
    const { hash } = store.pulse();
    shop.edit.setStoreConfig('en', { defaultTitle: 'Got through' });
    shop.backend.faults.set([{ kind: 'status', status: 500, match: /\/products\?/ }]);
    const run = await store.run();
    expect(run.state).toBe('failed');
    expect(store.kv.entries.get('en:config')?.value).toContain('Got through');
    expect(store.pulse().hash).not.toBe(hash);
    expect(await contractFaults(store)).toEqual([]);
  });
});
