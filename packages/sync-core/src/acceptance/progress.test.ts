import { generateCatalogue } from '@maho-storefront/demo-backend';
import { expect, it } from 'vitest';
import type { RunProgress } from '../run/run-progress.js';
import { stagesOf } from '../run/sync-scope.js';
import { AcceptanceShop } from './testing/acceptance-shop.js';

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
