import { generateCatalogue } from '@maho-storefront/demo-backend';
import { describe, expect, it, vi } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { limitsOf, type SyncLimits } from '../limits.js';
import { NO_SWITCHES, type RunRequest } from '../run/run-record.js';
import type { SyncScope } from '../run/sync-scope.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { contentDifferences, recordsOf } from './testing/kv-contents.js';
import { STAGE_CATEGORY, StagedShop } from './testing/staged-shop.js';
import type { SyncedStore } from './testing/synced-store.js';

vi.setConfig({ testTimeout: 120_000 });

/** One step a slice, as a rule. */
const SMALL: SyncLimits = { ...limitsOf('paid'), kvOperationsPerSlice: 10, backendRequestsPerSlice: 2 };
const MOST_SLICES = 2_000;

function request(scope: SyncScope, ids?: number[]): RunRequest {
  return { scope, trigger: 'request', switches: NO_SWITCHES, ...(ids ? { ids } : {}) };
}

function isEnded(store: SyncedStore<StagedShop>, id: string): boolean {
  const state = store.sync.findRun(id)?.state;
  return state === 'succeeded' || state === 'failed';
}

/** A second full run in small slices, with a by-id call after slice `n`; null when the run was over before. */
async function interrupted(n: number, edit: (staged: StagedShop) => void, ids: number[]) {
  const staged = new StagedShop(130);
  staged.afterAnswer = () => staged.clock.advance(1);
  staged.addCategory(20, { parentId: STAGE_CATEGORY });
  const index = new MemoryCatalogIndex();
  await staged.store({ index }).soundRun();
  const store = staged.store({ index, limits: SMALL });
  for (const id of [5, 40, 60, 80, 129]) staged.saveProduct(id, { price: 60 + id });
  const full = store.sync.request(request('full'), 'full').id;
  for (let slices = 0; slices < n; slices += 1) {
    await store.sync.advance(full);
    if (isEnded(store, full)) return null;
  }
  edit(staged);
  const urgent = store.sync.request(request('products-by-id', ids), 'urgent').id;
  const slicesBefore = store.sync.findRun(full)?.report.slices ?? 0;
  for (let slices = 0; !isEnded(store, urgent); slices += 1) {
    if (slices > MOST_SLICES) throw new Error('The by-id run did not end');
    await store.sync.advance(urgent);
  }
  const passed = (store.sync.findRun(full)?.report.slices ?? 0) - slicesBefore;
  return { staged, store, full, urgent, passed };
}

function shownIds(store: SyncedStore<StagedShop>, category: number): number[] {
  return recordsOf(store, 'listing', ({ categoryId }) => categoryId === category)
    .sort((a, b) => a.key.page - b.key.page)
    .flatMap(({ record }) => record.products.map(({ id }) => id));
}

describe.each([
  {
    what: 'a price',
    ids: [60],
    edit: (staged: StagedShop) => staged.saveProduct(60, { price: 999 }),
    check: (store: SyncedStore<StagedShop>) => {
      expect(recordsOf(store, 'product').find(({ record }) => record.id === 60)?.record.price).toBe(999);
      const cards = recordsOf(store, 'listing').flatMap(({ record }) => record.products);
      expect(cards.filter(({ id }) => id === 60).every(({ price }) => price === 999)).toBe(true);
    },
  },
  {
    what: 'a product that is sold out',
    ids: [60],
    edit: (staged: StagedShop) => staged.saveProduct(60, { isInStock: false }),
    check: (store: SyncedStore<StagedShop>) => expect(shownIds(store, STAGE_CATEGORY)).not.toContain(60),
  },
  {
    what: 'a product that is deleted',
    ids: [60],
    edit: (staged: StagedShop) => {
      staged.shop.products.delete(60);
      staged.shop.itemCache.delete(60);
    },
    check: (store: SyncedStore<StagedShop>) =>
      expect(recordsOf(store, 'product').some(({ record }) => record.id === 60)).toBe(false),
  },
  {
    what: 'a product that moves to another category',
    ids: [60],
    edit: (staged: StagedShop) => staged.saveProduct(60, { categoryIds: [20] }),
    check: (store: SyncedStore<StagedShop>) => expect(shownIds(store, 20)).toContain(60),
  },
  {
    what: 'a new product and a rename',
    ids: [7, 200],
    edit: (staged: StagedShop) => {
      staged.addProduct(200, { urlKey: 'brand-new' });
      staged.saveProduct(7, { urlKey: 'renamed', urlPath: 'renamed' });
    },
    check: (store: SyncedStore<StagedShop>) => {
      const slugs = new Map(recordsOf(store, 'product').map(({ record }) => [record.id, record.slug]));
      expect([slugs.get(7), slugs.get(200)]).toEqual(['renamed', 'brand-new']);
      expect(shownIds(store, STAGE_CATEGORY)).toContain(200);
    },
  },
])('$what, asked for by id after any slice of a full run', ({ ids, edit, check }) => {
  it('is in KV when the by-id run ends, stays so when the full run ends, and KV is as a sync alone has it', async () => {
    let boundaries = 0;
    for (let n = 1; ; n += 1) {
      const found = await interrupted(n, edit, ids);
      if (!found) break;
      boundaries += 1;
      const { staged, store, full, urgent } = found;
      expect(store.sync.findRun(urgent)?.state, `after slice ${n}`).toBe('succeeded');
      check(store);
      while (!isEnded(store, full)) await store.sync.advance(full);
      expect(store.sync.findRun(full)?.state, `after slice ${n}`).toBe('succeeded');
      check(store);
      await store.pass(320_000);
      const alone = new StagedShop(0);
      for (const [id, product] of staged.shop.products) alone.shop.products.set(id, { ...product });
      alone.addCategory(20, { parentId: STAGE_CATEGORY });
      const reference = alone.store();
      await reference.soundRun();
      // Only a store that has seen a product before keeps it when it is sold out, and its old address.
      const differences = contentDifferences(store, reference).filter(
        (text) => !/^left over: en:(redirect|product):/.test(text),
      );
      expect(differences, `after slice ${n}`).toEqual([]);
    }
    expect(boundaries).toBeGreaterThan(12);
  });
});

describe('a by-id run that comes while a full run is under way', () => {
  it('has the next slice, and the full run only goes on when it is done', async () => {
    const found = await interrupted(6, (staged) => staged.saveProduct(60, { price: 999 }), [60]);
    expect(found?.passed).toBe(0);
  });

  it('costs what it costs alone, however much the full run has found to do', async () => {
    const staged = new StagedShop(130);
    staged.afterAnswer = () => staged.clock.advance(1);
    const store = staged.store({ limits: SMALL });
    await store.soundRun();
    for (let id = 1; id <= 130; id += 1) staged.saveProduct(id, { price: 60 + id });
    const full = store.sync.request(request('full')).id;
    for (let slices = 0; slices < 8; slices += 1) await store.sync.advance(full);
    expect(store.sync.health().due.changed).toBeGreaterThan(50);
    staged.saveProduct(100, { price: 999 });
    staged.requests = [];
    staged.kv.forget();
    const { id } = store.sync.request(request('products-by-id', [100]));
    while (!isEnded(store, id)) await store.sync.advance(id);
    expect(staged.requests).toHaveLength(2);
    expect(store.sync.findRun(id)?.report.writes['product:requested']).toBe(1);
    expect(staged.kv.puts.filter((key) => key.startsWith('en:product:'))).toEqual(['en:product:product-100']);
  });
});

async function finish(store: SyncedStore, id: string): Promise<void> {
  while (store.sync.findRun(id)?.finishedAt === 0) await store.sync.advance(id);
}

describe('two full syncs and fifty by-id calls at once', () => {
  it('are two full runs at most, share the others, and leave every edit in KV', async () => {
    const shop = new AcceptanceShop(generateCatalogue({ products: 130, categories: 15, stores: 1, seed: 7 }));
    const store = shop.store('en', { limits: { ...limitsOf('paid'), backendRequestsPerSlice: 20 } });
    await store.soundRun();
    shop.clock.advance(20_000);
    shop.forgetRequests();
    const products = recordsOf(store, 'product')
      .map(({ record }) => record.id)
      .slice(0, 50);
    const runs = new Set([store.sync.request(request('full')).id]);
    for (const [n, product] of products.entries()) {
      shop.edit.updateProduct(product, { name: `Edited ${n}` });
      runs.add(store.sync.request(request('products-by-id', [product])).id);
      if (n % 10 === 3) await store.sync.advance([...runs][0] ?? '');
      if (n === 25) runs.add(store.sync.request(request('full')).id);
    }
    for (const id of runs) await finish(store, id);
    const scopes = [...runs].map((id) => store.sync.findRun(id)?.request.scope);
    expect(scopes.filter((scope) => scope === 'full').length).toBeLessThanOrEqual(2);
    expect(scopes.filter((scope) => scope === 'products-by-id').length).toBeLessThanOrEqual(7);
    expect([...runs].every((id) => store.sync.findRun(id)?.state === 'succeeded')).toBe(true);
    const names = new Map(recordsOf(store, 'product').map(({ record }) => [record.id, record.name]));
    for (const [n, product] of products.entries()) expect(names.get(product)).toBe(`Edited ${n}`);
    expect(shop.backend.stats.highestInFlight).toBeLessThanOrEqual(6);
  });
});
