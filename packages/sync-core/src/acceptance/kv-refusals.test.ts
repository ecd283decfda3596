import { keys } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { contractFaults, recordAt, recordsOf } from './testing/kv-contents.js';
import { StagedShop } from './testing/staged-shop.js';

const PULSE = keys.pulse('en');
const MINUTE_MS = 60_000;

/** A shop with one CMS page that was synced, in which everything has changed since. */
async function changedShop(products: number) {
  const staged = new StagedShop(products);
  const store = staged.store();
  await store.soundRun();
  staged.clock.advance(10 * MINUTE_MS);
  for (let id = 1; id <= products; id += 1) staged.saveProduct(id, { price: 11 });
  staged.addContent(staged.shop.pages, 900, 'about');
  store.kv.forget();
  return { staged, store };
}

describe('a pulse that KV refuses in the middle of a long run', () => {
  it('leaves the run going on and succeeding, and is put at its end', async () => {
    const { staged, store } = await changedShop(40);
    const before = store.pulse();
    // Each request takes so long that the run publishes on its way.
    staged.delay = (path) => staged.clock.sleep(path.startsWith('/products/') ? 5_000 : 1);
    let isLate = false;
    staged.kv.refuses = ({ kind, name }) => kind === 'put' && name === PULSE && !isLate;
    staged.afterAnswer = (path) => {
      isLate ||= path.startsWith('/blog-posts');
    };
    const run = await store.soundRun();
    expect(staged.kv.refused).toBeGreaterThanOrEqual(4);
    expect(run.report.failed).toEqual([]);
    expect(recordsOf(store, 'product').every(({ record }) => record.price === 11)).toBe(true);
    expect(recordAt(store, 'cms-page', 'en:cms:about')?.title).toBe('Content 900');
    expect(store.pulse().hash).not.toBe(before.hash);
    expect(store.pulse().hash).toBe(run.pulse);
    expect(await contractFaults(store)).toEqual([]);
  });

  it('is all that fails when it is refused to the end, and the alarm puts it', async () => {
    const { staged, store } = await changedShop(10);
    staged.delay = () => staged.clock.sleep(2_000);
    staged.kv.refuses = ({ kind, name }) => kind === 'put' && name === PULSE;
    const run = await store.run();
    expect(run.state).toBe('failed');
    expect(run.report.failed.map(({ entity }) => entity)).toEqual(['pulse']);
    expect(run.report.failed[0]?.reason).not.toContain('Unexpected');
    expect(run.synced).toMatchObject({ products: 10, cmsPages: 1 });
    expect(recordsOf(store, 'product').every(({ record }) => record.price === 11)).toBe(true);
    staged.kv.refuses = () => false;
    await store.pass(2 * MINUTE_MS);
    expect(await contractFaults(store)).toEqual([]);
  });
});

describe('KV reads that fail', () => {
  it.each(['list', 'get'] as const)('now and then do not stop a rebuild (%s)', async (kind) => {
    const { staged, store } = await changedShop(10);
    store.kv.entries.delete('en:product:product-3');
    const failures = new Map<string, number>();
    staged.kv.refuses = ({ kind: asked, name }) => {
      const failed = failures.get(name) ?? 0;
      failures.set(name, failed + 1);
      return asked === kind && failed < 2;
    };
    // Only a store that has lost its index reads values.
    const heir = kind === 'get' ? staged.store() : store;
    const run = await heir.soundRun('full', { rebuild: true });
    expect(staged.kv.refused).toBeGreaterThan(0);
    expect(run.report.failed).toEqual([]);
    expect(recordsOf(heir, 'product')).toHaveLength(10);
    expect(await contractFaults(heir)).toEqual([]);
  });

  it('for good are reported as such, and the first sync of a lost index writes nothing wrong', async () => {
    const { staged } = await changedShop(10);
    staged.kv.refuses = ({ kind }) => kind === 'get';
    const heir = staged.store();
    const run = await heir.run();
    expect(run.state).toBe('failed');
    expect(run.report.failed[0]?.reason).toMatch(/^KV get of "en:pulse" failed: .*503/);
    staged.kv.refuses = () => false;
    await heir.soundRun();
    expect(await contractFaults(heir)).toEqual([]);
  });

  it('for good in a rebuild are reported as a listing that failed, and the rest is brought up to date', async () => {
    const { staged, store } = await changedShop(10);
    staged.kv.refuses = ({ kind }) => kind === 'list';
    const run = await store.run('full', { rebuild: true });
    expect(run.state).toBe('failed');
    expect(run.report.failed.map(({ entity }) => entity)).toEqual(['reconcile']);
    expect(run.report.failed[0]?.reason).toMatch(/^KV list of "en:" failed: .*503/);
    expect(recordsOf(store, 'product').every(({ record }) => record.price === 11)).toBe(true);
    expect(store.kv.deletes).toEqual([]);
  });
});

describe('KV writes that fail', () => {
  it('are reported by product, and the next sync needs nothing but these', async () => {
    const { staged, store } = await changedShop(40);
    staged.kv.refuses = ({ kind, name }) => kind === 'put' && /product-[789]$/.test(name);
    const run = await store.run();
    expect(run.report.failed.map(({ id }) => id).sort()).toEqual([7, 8, 9]);
    staged.kv.refuses = () => false;
    staged.requests = [];
    staged.clock.advance(2 * MINUTE_MS);
    await store.soundRun();
    expect(staged.itemsAskedFor()).toEqual([7, 8, 9]);
    expect(await contractFaults(store)).toEqual([]);
  });
});

describe('KV deletes that fail', () => {
  it('are reported as deletes, and the next sync does them', async () => {
    const { staged, store } = await changedShop(10);
    staged.shop.products.delete(3);
    staged.kv.refuses = ({ kind }) => kind === 'delete';
    const run = await store.run();
    expect(run.report.failed.map(({ entity }) => entity)).toEqual(['deletes']);
    staged.kv.refuses = () => false;
    staged.clock.advance(2 * MINUTE_MS);
    await store.soundRun();
    expect(store.kv.entries.has('en:product:product-3')).toBe(false);
    expect(await contractFaults(store)).toEqual([]);
  });
});

describe('two puts of one key in flight', () => {
  /** What the slow put takes. */
  const TURNS = 30;
  const MOST_TURNS = 1_000;

  it('leave the record of the later owner in KV, however slow the earlier one is', async () => {
    const staged = new StagedShop(3);
    staged.addProduct(1, { urlKey: 'shirt' });
    // Composite, so that it goes before product 1 once it has the same url key.
    staged.addProduct(2, { type: 'grouped', visibility: 'catalog_search' });
    const store = staged.store();
    await store.soundRun();
    staged.clock.advance(400_000);
    staged.saveProduct(2, { visibility: 'search' });
    await store.soundRun();
    staged.clock.advance(25 * 60 * MINUTE_MS);
    // The listing does not show product 2, so its new key is known only when its item is read.
    staged.saveProduct(2, { urlKey: 'shirt' });
    staged.saveProduct(1, { price: 77 });
    const order: string[] = [];
    // Whoever reads first: product 2 is known to have the key only once the put of product 1 has begun.
    staged.delay = async (path) => {
      for (let n = 0; path === '/products/2' && order.length === 0 && n < MOST_TURNS; n += 1) await turns(1);
    };
    staged.kv.delay = async ({ kind, name, value }) => {
      if (kind !== 'put' || name !== 'en:product:shirt') return;
      const isEarlier = value.includes('"id":1,');
      order.push(isEarlier ? 'earlier' : 'later');
      await turns(isEarlier ? TURNS : 0);
    };
    await store.soundRun();
    expect(order[0]).toBe('earlier');
    expect(order).toContain('later');
    expect(recordAt(store, 'product', 'en:product:shirt')?.id).toBe(2);
    expect(store.index.get('records', ['en:product:shirt'])).toMatchObject({ entityId: 2, settled: 1 });
    const owner = recordsOf(store, 'product').find(({ record }) => record.id === 1);
    expect(owner?.key.slug).not.toBe('shirt');
    expect(owner?.record.price).toBe(77);
    expect(await contractFaults(store)).toEqual([]);
  });
});

/** Lets the event loop turn. */
async function turns(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await new Promise((resolve) => setImmediate(resolve));
}
