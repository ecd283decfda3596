import { describe, expect, it } from 'vitest';
import { DryRun, type DryRunReport } from '../dry-run/dry-run.js';
import { NO_SWITCHES, type RunRequest } from '../run/run-record.js';
import { StagedShop } from './testing/staged-shop.js';
import type { SyncedStore } from './testing/synced-store.js';

const FULL: RunRequest = { scope: 'full', trigger: 'request', switches: NO_SWITCHES };
const MOST_CHANGES = 1_000;

async function dryRun({ options }: SyncedStore<StagedShop>, request = FULL): Promise<DryRunReport> {
  const dry = new DryRun(options, request);
  for (;;) {
    const { state } = await dry.advance();
    if (state !== 'running' && state !== 'queued') return dry.report(MOST_CHANGES);
  }
}

async function syncedShop(products = 12) {
  const shop = new StagedShop(products);
  const store = shop.store();
  await store.soundRun();
  return { shop, store };
}

describe('a dry run', () => {
  it('names exactly the keys that the sync then writes and deletes', async () => {
    const { shop, store } = await syncedShop();
    shop.saveProduct(3, { price: 99 });
    shop.saveProduct(4, { urlKey: 'renamed', urlPath: 'renamed' });
    shop.shop.products.delete(5);
    shop.shop.itemCache.delete(5);
    shop.addProduct(40);
    const { changes, puts, deletes, run } = await dryRun(store);
    const before = new Map(shop.kv.entries);
    await store.soundRun();
    const really = [...new Set([...before.keys(), ...shop.kv.entries.keys()])]
      .filter((key) => key !== 'en:pulse' && before.get(key)?.value !== shop.kv.entries.get(key)?.value)
      .map((key) => ({ key, change: shop.kv.entries.has(key) ? 'put' : 'delete' }));
    expect(changes).toEqual(really.sort((a, b) => (a.key < b.key ? -1 : 1)));
    expect({ puts, deletes }).toEqual({
      puts: really.filter(({ change }) => change === 'put').length,
      deletes: really.filter(({ change }) => change === 'delete').length,
    });
    expect(deletes).toBe(2);
    expect(run).toMatchObject({ state: 'succeeded', report: { deleted: deletes } });
  });

  it('changes nothing: neither KV nor the index, whatever it finds', async () => {
    const { shop, store } = await syncedShop();
    const kv = structuredClone(shop.kv.entries);
    const rows = store.index.rowsWritten;
    shop.saveProduct(3, { price: 99 });
    await dryRun(store);
    expect(shop.kv.entries).toEqual(kv);
    expect(store.index.rowsWritten).toBe(rows);
    expect(store.sync.history(10)).toHaveLength(1);
  });

  it('finds nothing to do in a store that is as the shop is', async () => {
    const { store } = await syncedShop();
    expect(await dryRun(store)).toMatchObject({ changes: [], puts: 0, deletes: 0 });
  });

  it('tells what a first sync would write', async () => {
    const shop = new StagedShop(2);
    const { changes } = await dryRun(shop.store());
    const keys = changes.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['en:config', 'en:product:product-1', 'en:menu']));
    expect([...shop.kv.entries.keys()]).toEqual([]);
  });

  it('reports what would fail', async () => {
    const { shop, store } = await syncedShop();
    for (let id = 1; id <= 12; id += 1) shop.shop.products.delete(id);
    const { run } = await dryRun(store);
    expect(run.state).toBe('failed');
    expect(run.report.failed[0]?.reason).toContain('allowPrune=1');
  });

  it('is refused while a run waits or is under way', async () => {
    const { store } = await syncedShop();
    store.sync.request(FULL);
    expect(() => new DryRun(store.options, FULL)).toThrow(expect.objectContaining({ code: 'busy' }));
  });

  it('ends when the store is synced meanwhile', async () => {
    const { store } = await syncedShop();
    const dry = new DryRun(store.options, FULL);
    await store.soundRun();
    await expect(dry.advance()).rejects.toMatchObject({ code: 'interrupted' });
  });
});
