import { expect, test } from 'vitest';
import type { DryRunView } from '../store-catalog/dry-run-desk.js';
import type { StoreSetup } from '../store-catalog/store-setup.js';
import { dryRunStore } from './dry-run.js';

const view: DryRunView = {
  run: {
    store: 'en',
    id: 'dry',
    state: 'running',
    scope: 'full',
    trigger: 'request',
    createdAt: 0,
    startedAt: 0,
    finishedAt: 0,
    synced: null,
    written: 0,
    unchanged: 0,
    deleted: 0,
    deferred: 0,
    retrying: [],
    requests: 0,
    slices: 0,
    failures: 0,
    failed: [],
  },
  changes: [],
  puts: 0,
  deletes: 0,
};
const setup: StoreSetup = {
  store: 'en',
  backendUrl: 'https://shop.example',
  registry: [],
  plan: 'paid',
  pulseOnEverySync: false,
};
const request = {
  scope: 'full',
  trigger: 'request',
  switches: { allowPrune: false, refreshPulse: false, rebuild: false },
} as const;

test('ends when its time is over, also while another slice of the store goes on', async () => {
  const clock = {
    ms: 0,
    now: () => clock.ms,
    sleep: async (ms: number) => {
      clock.ms += ms;
    },
  };
  const catalog = {
    beginDryRun: async () => ({ id: 'dry' }),
    advanceDryRun: () => new Promise<never>(() => undefined),
    endDryRun: async () => view,
  };
  const found = await dryRunStore(catalog, setup, request, { clock, until: 90_000, maxSlices: 500 });
  expect(found).toEqual({ ...view, isComplete: false });
});
