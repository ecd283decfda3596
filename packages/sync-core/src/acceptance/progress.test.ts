import { generateCatalogue } from '@maho-storefront/demo-backend';
import { expect, it } from 'vitest';
import type { RunProgress } from '../run/run-progress.js';
import { stagesOf } from '../run/sync-scope.js';
import { recordRow } from '../testing/index-rows.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';
import { CountingCatalogIndex } from './testing/counting-catalog-index.js';
import { StagedShop } from './testing/staged-shop.js';

it('tells after every stage how far a run is, and at last that it has ended', async () => {
  const shop = new AcceptanceShop(generateCatalogue({ products: 30, categories: 4, stores: 1, seed: 2 }));
  const told: RunProgress[] = [];
  const store = shop.store('en', { onProgress: (progress) => told.push(progress) });
  const run = await store.soundRun();
  const last = told.pop();
  expect(last).toEqual({ id: run.id, state: 'succeeded', stage: null, products: { listed: 30, inKv: 30 } });
  // After a stage, the one that comes next is named; after the last of them none.
  expect(told.map(({ stage }) => stage)).toEqual([...stagesOf('full').slice(1), null]);
  const inKv = told.map(({ products }) => products.inKv);
  expect(inKv).toEqual([...inKv].sort((a, b) => a - b));
});

it('is told without loading the rows that are not settled, however many', async () => {
  const staged = new StagedShop(2);
  const index = new CountingCatalogIndex();
  const store = staged.store({ index });
  const run = await store.soundRun();
  for (let n = 0; n < 5_000; n += 1) {
    index.put('records', recordRow(`en:product:p${n}`, { type: 'product', settled: n % 2 }));
  }
  index.rowsScanned = 0;
  expect(store.sync.progress(run.id)?.products.inKv).toBe(2 + 2_500);
  expect(index.rowsScanned).toBe(0);
});
