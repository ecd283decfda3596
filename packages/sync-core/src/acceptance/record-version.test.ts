import { parseKey, parseMetadata, recordVersion } from '@maho-storefront/kv-schema';
import { describe, expect, it, vi } from 'vitest';
import { StagedShop } from './testing/staged-shop.js';
import type { SyncedStore } from './testing/synced-store.js';

// Of the real versions, none of products has two before it.
vi.mock('@maho-storefront/kv-schema', async (importOriginal) => {
  const original = await importOriginal<typeof import('@maho-storefront/kv-schema')>();
  const versionOf: typeof original.recordVersion = (type) =>
    type === 'product' ? 3 : original.recordVersion(type);
  const isReadableVersion: typeof original.isReadableVersion = (type, v) =>
    original.isCurrentOrPrevious(versionOf(type), v);
  return { ...original, recordVersion: versionOf, isReadableVersion };
});

const PRODUCTS = 30;
const HOUR_MS = 60 * 60 * 1000;

/** A store whose products were written by code of `behind` record versions before. */
async function olderStore(behind: number) {
  const staged = new StagedShop(PRODUCTS);
  const store = staged.store();
  await store.soundRun();
  for (const [name, entry] of productsIn(store)) {
    const metadata = { ...parseMetadata(entry.metadata), v: recordVersion('product') - behind };
    staged.kv.entries.set(name, { ...entry, metadata });
  }
  staged.clock.advance(11 * 60_000);
  staged.requests = [];
  store.kv.forget();
  return { staged, store };
}

function productsIn({ kv }: SyncedStore<StagedShop>) {
  return [...kv.entries].filter(([name]) => parseKey(name)?.type === 'product');
}

function outdatedIn(store: SyncedStore<StagedShop>): number {
  const current = recordVersion('product');
  return productsIn(store).filter(([, { metadata }]) => parseMetadata(metadata)?.v !== current).length;
}

describe('a record version that has risen by one', () => {
  it('has products written again in the course of a day, and counts them as synced until then', async () => {
    const { staged, store } = await olderStore(1);
    const run = await store.run('full', {}, 'schedule');
    expect([run.state, run.synced?.products, outdatedIn(store)]).toEqual(['succeeded', PRODUCTS, PRODUCTS]);
    expect(staged.itemsAskedFor()).toEqual([]);
    const left = [PRODUCTS];
    for (let hour = 1; hour <= 25; hour += 1) {
      await store.pass(HOUR_MS);
      left.push(outdatedIn(store));
    }
    expect(left.at(-1)).toBe(0);
    // Never more than half of them in one hour.
    const perHour = left.slice(1).map((now, n) => (left[n] ?? 0) - now);
    expect(Math.max(...perHour)).toBeLessThanOrEqual(PRODUCTS / 2);
    expect(store.kv.puts.filter((name) => name.startsWith('en:product:'))).toHaveLength(PRODUCTS);
  });

  it('costs the next scheduled runs nothing: what is postponed stays so', async () => {
    const { staged, store } = await olderStore(1);
    await store.run('full', {}, 'schedule');
    staged.clock.advance(HOUR_MS);
    const again = await store.run('full', {}, 'schedule');
    expect([again.report.written, outdatedIn(store)]).toEqual([0, PRODUCTS]);
    // A run's own rows, none a product.
    expect(again.report.indexRowsWritten).toBeLessThan(PRODUCTS);
  });

  it('has all of them written at once by a rebuild', async () => {
    const { store } = await olderStore(1);
    await store.soundRun('full', { rebuild: true });
    expect(outdatedIn(store)).toBe(0);
  });
});

it('has all products written at once that readers cannot read any more', async () => {
  const { store } = await olderStore(2);
  await store.run('full', {}, 'schedule');
  expect(outdatedIn(store)).toBe(0);
});
