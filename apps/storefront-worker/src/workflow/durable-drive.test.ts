import type { RunState } from '@maho-storefront/sync-core';
import { expect, test } from 'vitest';
import type { StoreRun } from '../store-catalog/catalog-memory.js';
import type { SliceOutcome } from '../store-catalog/slice-outcome.js';
import { type DurableSteps, driveDurably, type StepOutcome } from './durable-drive.js';
import type { SyncDriveOrder } from './sync-drive-order.js';

const runs = ['de', 'en'].map((store) => ({ store, runId: `run-${store}` }));

function orderOf(bounds: Partial<SyncDriveOrder> = {}): SyncDriveOrder {
  return { job: 'job', part: 1, runs, slicesPerStep: 4, slicesPerInstance: 100, ...bounds };
}

function outcomeOf(id: string, state: RunState, isWaiting = false): SliceOutcome {
  return { id, state, stage: null, products: { listed: 0, inKv: 0 }, isWaiting };
}

/** Stores whose runs take so many slices each, and steps that note what was done under which name. */
function scene(slices: Readonly<Record<string, number>>) {
  const log: string[] = [];
  const results = new Map<string, StepOutcome>();
  const started: SyncDriveOrder[] = [];
  const left = new Map(Object.entries(slices));
  const steps: DurableSteps = {
    outcomeOf: async (name, work) => {
      const known = results.get(name);
      if (known) return known;
      log.push(name);
      const outcome = await work();
      results.set(name, outcome);
      return outcome;
    },
    do: async (name, work) => {
      log.push(name);
      await work();
    },
    sleep: async (name) => {
      log.push(name);
    },
  };
  const advance = async ({ store, runId }: StoreRun): Promise<SliceOutcome> => {
    const more = (left.get(store) ?? 0) - 1;
    left.set(store, more);
    return outcomeOf(runId, more > 0 ? 'running' : 'succeeded');
  };
  const startNext = async (next: SyncDriveOrder) => {
    started.push(next);
  };
  const lost: string[] = [];
  const onLost = ({ store }: StoreRun, error: unknown) => lost.push(`${store}: ${String(error)}`);
  return { log, started, left, lost, options: { steps, advance, startNext, onLost } };
}

test('drives the stores one after another, a few slices a step', async () => {
  const { log, options } = scene({ de: 6, en: 3 });
  const outcome = await driveDurably({ order: orderOf(), ...options });
  expect(log).toEqual(['de 1', 'de 2', 'en 1']);
  expect(outcome).toEqual({ slices: 9, continuedIn: null, lost: [] });
});

test('leaves what it may not do itself to the next part, from the run it is at', async () => {
  const { log, started, options } = scene({ de: 6, en: 9 });
  const outcome = await driveDurably({ order: orderOf({ slicesPerInstance: 10 }), ...options });
  expect(outcome).toEqual({ slices: 10, continuedIn: 2, lost: [] });
  expect(log.at(-1)).toBe('go on in part 2');
  expect(started).toEqual([orderOf({ slicesPerInstance: 10, part: 2, runs: runs.slice(1) })]);
});

test('never takes more slices in a step than the instance has left', async () => {
  const { left, options } = scene({ de: 100, en: 100 });
  await driveDurably({ order: orderOf({ slicesPerInstance: 6 }), ...options });
  expect(left.get('de')).toBe(94);
});

test('needs no next part when the last run ends with its last slice', async () => {
  const { started, options } = scene({ de: 4, en: 4 });
  const outcome = await driveDurably({ order: orderOf({ slicesPerInstance: 8 }), ...options });
  expect([outcome.continuedIn, started]).toEqual([null, []]);
});

test('pauses while other stores use all requests, and counts the step all the same', async () => {
  const { log, options } = scene({ de: 1, en: 1 });
  let asked = 0;
  const advance = async (run: StoreRun) => {
    asked += 1;
    return asked <= 2 ? outcomeOf(run.runId, 'running', true) : options.advance(run);
  };
  const outcome = await driveDurably({ order: orderOf({ slicesPerInstance: 3 }), ...options, advance });
  expect(log).toEqual(['de 1', 'de 1, waiting', 'de 2', 'de 2, waiting', 'de 3', 'go on in part 2']);
  expect(outcome.slices).toBe(1);
});

test('takes the same path when it is replayed', async () => {
  const { log, options } = scene({ de: 6, en: 3 });
  const first = await driveDurably({ order: orderOf(), ...options });
  const again = await driveDurably({ order: orderOf(), ...options });
  expect(again).toEqual(first);
  expect(log).toHaveLength(3);
});

test('goes on with the next store when one cannot be driven', async () => {
  const { left, lost, options } = scene({ de: 6, en: 3 });
  const advance = (run: StoreRun) =>
    run.store === 'de' ? Promise.reject(new Error('no such run')) : options.advance(run);
  const outcome = await driveDurably({ order: orderOf(), ...options, advance });
  expect(outcome).toMatchObject({ continuedIn: null, lost: ['de'] });
  expect(lost).toEqual(['de: Error: no such run']);
  expect(left.get('en')).toBe(0);
});

test.each<RunState>(['succeeded', 'failed', 'cancelled'])('is done with a run that has %s', async (state) => {
  const { log, options } = scene({});
  const advance = async ({ runId }: StoreRun) => outcomeOf(runId, state);
  await driveDurably({ order: orderOf(), ...options, advance });
  expect(log).toEqual(['de 1', 'en 1']);
});
