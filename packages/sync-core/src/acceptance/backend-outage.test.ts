import { type Fault, generateCatalogue } from '@maho-storefront/demo-backend';
import { beforeEach, describe, expect, it } from 'vitest';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { contentsOf, recordsOf } from './testing/kv-contents.js';
import type { SyncedStore } from './testing/synced-store.js';

const OUTAGES: readonly { what: string; fault: Fault; reason: RegExp }[] = [
  { what: 'is down', fault: { kind: 'reset' }, reason: /could not be reached/ },
  { what: 'hangs', fault: { kind: 'hang' }, reason: /within 100 ms/ },
  { what: 'answers with HTML', fault: { kind: 'html' }, reason: /HTML|page/ },
  { what: 'is in maintenance (HTML, 503)', fault: { kind: 'html', status: 503 }, reason: /503/ },
  { what: 'has its API switched off', fault: { kind: 'protocol_disabled' }, reason: /switched off/ },
  { what: 'answers 500', fault: { kind: 'status', status: 500 }, reason: /500/ },
  { what: 'answers 401', fault: { kind: 'status', status: 401 }, reason: /401/ },
  { what: 'answers 429', fault: { kind: 'status', status: 429, retryAfter: 5 }, reason: /429/ },
  { what: 'breaks off its answers', fault: { kind: 'truncate' }, reason: /\S/ },
];

let shop: AcceptanceShop;
let store: SyncedStore;
let before: Map<string, string>;
let pulseBefore: string | undefined;

beforeEach(async () => {
  shop = new AcceptanceShop(generateCatalogue({ products: 24, categories: 4, stores: 1, seed: 8 }));
  store = shop.store('en', { timeoutMs: 100 });
  await store.soundRun();
  before = contentsOf(store);
  pulseBefore = store.kv.entries.get('en:pulse')?.value;
  store.kv.forget();
});

describe.each(OUTAGES)('a backend that $what', ({ fault, reason }) => {
  it('makes a full sync fail with URL, store and reason, and leaves KV and pulse as they were', async () => {
    shop.backend.faults.set([fault]);
    const run = await store.run();
    expect(run.state).toBe('failed');
    expect(run.report.failures).toBeGreaterThan(0);
    for (const failure of run.report.failed) {
      expect(failure.store).toBe('en');
      expect(failure.reason).toContain('https://shop.test/api/rest/v2/');
      expect(failure.reason).toContain('store en');
      expect(failure.reason).toMatch(reason);
    }
    expect(store.kv.writes).toBe(0);
    expect(contentsOf(store)).toEqual(before);
    expect(store.kv.entries.get('en:pulse')?.value).toBe(pulseBefore);
  });

  it('is forgiven by the next sync, which finds nothing to write', async () => {
    shop.backend.faults.set([fault]);
    await store.run();
    shop.backend.faults.clear();
    await store.soundRun();
    expect(store.kv.writes).toBe(0);
    expect(contentsOf(store)).toEqual(before);
  });
});

describe.each(OUTAGES)('a backend that $what for single products only', ({ fault }) => {
  it('loses no product, whatever it answers where a 404 would mean deleted', async () => {
    const soldOut = recordsOf(store, 'product')
      .slice(0, 3)
      .map(({ record }) => record.id);
    for (const id of soldOut) shop.edit.setStock(id, 0);
    shop.backend.faults.set([{ ...fault, match: /\/products\/\d+$/ }]);
    const run = await store.run();
    expect(run.state).toBe('failed');
    expect(store.kv.deletes.filter((key) => key.startsWith('en:product:'))).toEqual([]);
    expect(recordsOf(store, 'product')).toHaveLength(24);
    shop.backend.faults.clear();
    await store.soundRun();
    const states = recordsOf(store, 'product').filter(({ record }) => soldOut.includes(record.id));
    expect(states.map(({ record }) => record.stockStatus)).toEqual(soldOut.map(() => 'out_of_stock'));
  });
});

describe('a first sync of a backend that cannot be read', () => {
  it('fails, writes nothing, and the next one does everything', async () => {
    const fresh = shop.store('en', { timeoutMs: 100 });
    shop.backend.faults.set([{ kind: 'reset' }]);
    expect((await fresh.run()).state).toBe('failed');
    expect([...fresh.kv.entries.keys()].filter((key) => key !== 'en:pulse')).toEqual([]);
    shop.backend.faults.clear();
    await fresh.soundRun();
    expect(contentsOf(fresh)).toEqual(before);
  });
});

describe('a backend that no longer knows the store', () => {
  const unknown = () =>
    Response.json({ error: 'bad_request', message: 'Unknown store: en', code: 400 }, { status: 400 });

  /** Minutes that due work waits after each of so many runs. */
  async function restsAfter(runs: number): Promise<number[]> {
    const rests: number[] = [];
    for (let n = 0; n < runs; n += 1) {
      const { state, heartbeatAt } = await store.sync.run('products-by-id', { ids: [1] });
      expect(state).toBe('failed');
      rests.push(((store.sync.nextWakeAt() ?? 0) - heartbeatAt) / 60_000);
    }
    return rests;
  }

  it('is asked after twice as long each time, up to about an hour, until it answers', async () => {
    shop.override = unknown;
    expect(await restsAfter(9)).toEqual([1, 2, 4, 8, 16, 32, 64, 64, 64]);
    shop.override = () => null;
    await store.soundRun();
    shop.override = unknown;
    expect(await restsAfter(2)).toEqual([1, 2]);
  });

  it('is asked after a minute where it is only down', async () => {
    shop.backend.faults.set([{ kind: 'protocol_disabled' }]);
    expect(await restsAfter(3)).toEqual([1, 1, 1]);
  });
});
