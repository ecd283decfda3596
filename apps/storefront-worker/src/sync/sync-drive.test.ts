import type { RunProgress, RunState } from '@maho-storefront/sync-core';
import { expect, test } from 'vitest';
import type { StoreRun } from '../store-catalog/catalog-memory.js';
import { type DrivenCatalog, driveRuns } from './sync-drive.js';

const runs = ['de', 'en'].map((store) => ({ store, runId: `run-${store}` }));

/** A store whose runs take `slices` slices of `sliceMs`. */
function scene(slices: number, sliceMs: number) {
  const log: string[] = [];
  const handedOver: { store: string; runId: string; next: StoreRun[] }[] = [];
  const clock = {
    ms: 0,
    now: () => clock.ms,
    sleep: (_ms: number, signal?: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
  };
  const left = new Map(runs.map(({ store }) => [store, slices]));
  const catalogOf = (store: string): DrivenCatalog => ({
    advance: async (runId) => {
      log.push(store);
      clock.ms += sliceMs;
      left.set(store, (left.get(store) ?? 0) - 1);
      return progress(runId, left.get(store) === 0 ? 'succeeded' : 'running');
    },
    handOver: async (runId, next) => {
      handedOver.push({ store, runId, next });
    },
  });
  return { log, handedOver, clock, catalogOf };
}

function progress(id: string, state: RunState): RunProgress {
  return { id, state, stage: null, products: { listed: 0, inKv: 0 } };
}

test('drives the stores one after another to their end', async () => {
  const { log, handedOver, ...rest } = scene(3, 10);
  expect(await driveRuns({ runs, ...rest, until: 1_000, maxSlices: 100 })).toBe(true);
  expect([log.join(' '), handedOver]).toEqual(['de de de en en en', []]);
});

test.each([
  ['time', { until: 45, maxSlices: 100 }],
  ['slices', { until: 1_000, maxSlices: 5 }],
])('hands over what is left when its %s are used up', async (_what, bounds) => {
  const { log, handedOver, ...rest } = scene(4, 10);
  expect(await driveRuns({ runs, ...rest, ...bounds })).toBe(false);
  expect(log).toHaveLength(5);
  expect(handedOver).toEqual([{ store: 'en', runId: 'run-en', next: [] }]);
});

test('hands over at once when there is no time at all, the other stores behind the first', async () => {
  const { log, handedOver, ...rest } = scene(4, 10);
  expect(await driveRuns({ runs, ...rest, until: 0, maxSlices: 100 })).toBe(false);
  expect([log, handedOver]).toEqual([[], [{ store: 'de', runId: 'run-de', next: [runs[1]] }]]);
});

test('does not wait for a slice that outlasts its time', async () => {
  const { handedOver, catalogOf } = scene(4, 10);
  const clock = { now: () => 0, sleep: async () => undefined };
  const stuck = (store: string) => ({
    ...catalogOf(store),
    advance: () => new Promise<RunProgress>(() => undefined),
  });
  expect(await driveRuns({ runs, catalogOf: stuck, clock, until: 90_000, maxSlices: 100 })).toBe(false);
  expect(handedOver).toMatchObject([{ store: 'de' }]);
});

test.each(['retryable', 'durableObjectReset'])('hands over when the store restarts (%s)', async (flag) => {
  const { handedOver, catalogOf, clock } = scene(4, 10);
  const restart = Object.assign(new Error('the Durable Object was reset'), { [flag]: true });
  const restarted = (store: string) => ({ ...catalogOf(store), advance: () => Promise.reject(restart) });
  expect(await driveRuns({ runs, catalogOf: restarted, clock, until: 10, maxSlices: 9 })).toBe(false);
  expect(handedOver).toMatchObject([{ store: 'de' }]);
});

test('throws what a slice throws', async () => {
  const { catalogOf, clock } = scene(4, 10);
  const broken = (store: string) => ({
    ...catalogOf(store),
    advance: () => Promise.reject(new Error('no such run')),
  });
  await expect(driveRuns({ runs, catalogOf: broken, clock, until: 10, maxSlices: 9 })).rejects.toThrow(
    'no such run',
  );
});
