import { type Fault, generateCatalogue } from '@maho-storefront/demo-backend';
import { beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '../histories/seeded-random.js';
import type { RunRecord } from '../run/run-record.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { nth } from './testing/json-object.js';
import { contentDifferences, contractFaults, recordsOf } from './testing/kv-contents.js';
import type { SyncedStore } from './testing/synced-store.js';

const PRODUCTS = 300;
const PAGE_2 = /^(?!.*categoryId).*\/products\?(.*&)?page=2(&|$)/;
const ITEM = /\/products\/\d+(\/custom-options)?$/;

/** Each kind hits a third of 5 %. */
function fivePercent(match?: RegExp): Fault[] {
  const kinds: Fault[] = [{ kind: 'status', status: 500 }, { kind: 'reset' }, { kind: 'truncate' }];
  return kinds.map((fault) => ({ ...fault, probability: 0.05 / 3, ...(match ? { match } : {}) }));
}

const catalogue = () => generateCatalogue({ products: PRODUCTS, categories: 10, stores: 1, seed: 6 });
let pristine: SyncedStore;

beforeAll(async () => {
  pristine = new AcceptanceShop(catalogue()).store('en');
  await pristine.soundRun();
}, 60_000);

describe('with one request in twenty failing', () => {
  it('a sync succeeds, because it tries again', async () => {
    const shop = new AcceptanceShop(catalogue(), { seed: 11 });
    const store = shop.store('en');
    shop.backend.faults.set(fivePercent());
    const run = await store.run();
    const failed = Object.entries(shop.backend.stats.byStatus).filter(([status]) => status !== '200');
    expect(failed.length).toBeGreaterThan(0);
    expect(run.report.failed).toEqual([]);
    expect(run.state).toBe('succeeded');
    expect(contentDifferences(store, pristine)).toEqual([]);
  });
});

describe('with one product request in twenty failing, never tried again', () => {
  it('reports exactly what is missing in the end, each once', async () => {
    const shop = new AcceptanceShop(catalogue(), { seed: 12 });
    const store = shop.store('en', { retries: 0 });
    const unreadable = nth(recordsOf(pristine, 'product'), 30).record.id;
    shop.backend.faults.set([
      { kind: 'status', status: 500, match: new RegExp(`/products/${unreadable}$`) },
      ...fivePercent(ITEM),
    ]);
    const { report } = await store.run();
    const inKv = new Set(recordsOf(store, 'product').map(({ record }) => record.id));
    const missing = recordsOf(pristine, 'product').flatMap(({ record }) =>
      inKv.has(record.id) ? [] : [record.id],
    );
    expect(missing).toContain(unreadable);
    expect(report.failed.map(({ id }) => id).sort()).toEqual(missing.sort());
    expect(report.failures).toBe(missing.length);
  });
});

describe('with one product in twenty that cannot be read', () => {
  let shop: AcceptanceShop;
  let store: SyncedStore;
  let run: RunRecord;
  let unreadable: Set<number>;
  let idsInKv: Set<number>;

  beforeAll(async () => {
    shop = new AcceptanceShop(catalogue());
    store = shop.store('en', { retries: 0 });
    const random = new SeededRandom(12);
    const ids = recordsOf(pristine, 'product').map(({ record }) => record.id);
    unreadable = new Set(ids.filter(() => random.chance(0.05)));
    const kinds: Fault[] = [{ kind: 'status', status: 500 }, { kind: 'reset' }, { kind: 'truncate' }];
    const faults = kinds.map((fault, n) => {
      const some = [...unreadable].filter((_, position) => position % kinds.length === n);
      return { ...fault, match: new RegExp(`/products/(${some.join('|')})$`) };
    });
    shop.backend.faults.set(faults);
    run = await store.run();
    idsInKv = new Set(recordsOf(store, 'product').map(({ record }) => record.id));
    shop.backend.faults.clear();
    shop.forgetRequests();
    store.kv.forget();
    await store.soundRun();
  }, 60_000);

  it('lists each of them in the report, with the reason, and nothing else', () => {
    expect(run.state).toBe('failed');
    expect(unreadable.size).toBeGreaterThan(8);
    expect(new Set(run.report.failed.map(({ id }) => id))).toEqual(unreadable);
    for (const { entity, id, reason } of run.report.failed) {
      expect(entity).toBe('products');
      expect(reason).toContain(`/products/${id}`);
    }
  });

  it('lists none of them twice', () => {
    expect(run.report.failed).toHaveLength(unreadable.size);
    expect(run.report.failures).toBe(unreadable.size);
  });

  it('has every other product in KV', () => {
    expect(idsInKv.size).toBe(PRODUCTS - unreadable.size);
    expect([...unreadable].some((id) => idsInKv.has(id))).toBe(false);
    expect(run.synced?.products).toBe(idsInKv.size);
  });

  it('asks the next time for them alone', () => {
    expect(shop.itemRequests('en').toSorted()).toEqual([...unreadable].toSorted());
  });

  it('has KV as a pristine sync would after that', async () => {
    expect(contentDifferences(store, pristine)).toEqual([]);
    expect(store.pulse().hash).toBe(pristine.pulse().hash);
    expect(await contractFaults(store)).toEqual([]);
  });
});

describe('with one request in twenty failing for good, listings too', () => {
  it.each([22, 23])(
    'deletes nothing it should not and is whole after a sound sync (seed %i)',
    async (seed) => {
      const shop = new AcceptanceShop(catalogue(), { seed });
      const store = shop.store('en', { retries: 0 });
      shop.backend.faults.set(fivePercent());
      const first = await store.run();
      expect(first.state).toBe('failed');
      expect(first.report.failed.length).toBeGreaterThan(0);
      for (const { store: code, reason } of first.report.failed) {
        expect(code).toBe('en');
        expect(reason).not.toContain('Unexpected');
      }
      shop.backend.faults.clear();
      await store.soundRun();
      expect(contentDifferences(store, pristine)).toEqual([]);
      shop.backend.faults.set(fivePercent());
      store.kv.forget();
      await store.run();
      expect(store.kv.writes).toBe(0);
    },
  );
});

describe('a product whose item cannot be read for a while', () => {
  it('is tried again with growing pauses by the alarm, and is there as soon as it can be read', async () => {
    const shop = new AcceptanceShop(generateCatalogue({ products: 30, categories: 4, stores: 1, seed: 6 }));
    const store = shop.store('en', { retries: 0 });
    const id = 103;
    shop.backend.faults.set([{ kind: 'status', status: 500, match: new RegExp(`/products/${id}$`) }]);
    const run = await store.run();
    expect(new Set(run.report.failed.map((failure) => failure.id))).toEqual(new Set([id]));
    shop.forgetRequests();
    await store.pass(10 * 60_000);
    const tries = shop.itemRequests('en').length;
    expect(tries).toBeGreaterThanOrEqual(2);
    expect(tries).toBeLessThanOrEqual(5);
    shop.backend.faults.clear();
    await store.pass(60 * 60_000);
    expect(recordsOf(store, 'product').some(({ record }) => record.id === id)).toBe(true);
    const listed = recordsOf(store, 'listing').some(({ record }) =>
      record.products.some((card) => card.id === id),
    );
    expect(listed).toBe(true);
  });
});

describe('a product on a page that could not be read, which its category names all the same', () => {
  it('is linked by its own address and not by the url key that it shares', async () => {
    const shop = new AcceptanceShop(generateCatalogue({ products: 110, categories: 4, stores: 1, seed: 6 }));
    const [owner, linking] = shop.catalogue.index
      .listed(shop.catalogue.defaultStore)
      .filter(({ type }) => type === 'simple');
    if (!owner || !linking) throw new RangeError('The shop has no two simple products');
    const { urlKey, categoryIds } = owner;
    const id = shop.edit.createProduct({ name: 'Second', price: 5, urlKey, categoryIds });
    const link = { id, sku: `NEW-${id}`, name: 'Second', urlKey };
    shop.edit.updateProduct(linking.id, { relatedProducts: [link] });
    const store = shop.store('en', { retries: 0 });
    shop.backend.faults.set([{ kind: 'status', status: 500, match: PAGE_2 }]);
    expect((await store.run()).state).toBe('failed');
    shop.backend.faults.clear();
    await store.soundRun();
    const linked = recordsOf(store, 'product').find(({ record }) => record.id === linking.id);
    expect(linked?.record.related).toEqual([{ id, slug: `${urlKey}-${id}` }]);
  });
});
