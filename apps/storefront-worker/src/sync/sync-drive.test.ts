import type { RunProgress, RunState } from '@maho-storefront/sync-core';
import { expect, test } from 'vitest';
import { type DrivenCatalog, driveRuns } from './sync-drive.js';

const runs = ['de', 'en'].map((store) => ({ store, runId: `run-${store}` }));

/** A store whose runs take `slices` slices of `sliceMs`. */
function scene(slices: number, sliceMs: number) {
  const log: string[] = [];
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
  });
  return { log, clock, catalogOf };
}

function progress(id: string, state: RunState): RunProgress {
  return { id, state, stage: null, products: { listed: 0, inKv: 0 } };
}

test('drives the stores one after another to their end', async () => {
  const { log, ...rest } = scene(3, 10);
  expect(await driveRuns({ runs, ...rest, until: 1_000, maxSlices: 100 })).toEqual([]);
  expect(log.join(' ')).toBe('de de de en en en');
});

test.each([
  ['time', { until: 45, maxSlices: 100 }],
  ['slices', { until: 1_000, maxSlices: 5 }],
])('says what is left when its %s are used up', async (_what, bounds) => {
  const { log, ...rest } = scene(4, 10);
  expect(await driveRuns({ runs, ...rest, ...bounds })).toEqual([runs[1]]);
  expect(log).toHaveLength(5);
});

test('leaves everything, in order, when there is no time at all', async () => {
  const { log, ...rest } = scene(4, 10);
  expect(await driveRuns({ runs, ...rest, until: 0, maxSlices: 100 })).toEqual(runs);
  expect(log).toEqual([]);
});

test('does not wait for a slice that outlasts its time', async () => {
  const clock = { now: () => 0, sleep: async () => undefined };
  const catalogOf = () => ({ advance: () => new Promise<RunProgress>(() => undefined) });
  expect(await driveRuns({ runs, catalogOf, clock, until: 90_000, maxSlices: 100 })).toEqual(runs);
});

test.each(['retryable', 'durableObjectReset'])(
  'leaves a store that restarts (%s) to others',
  async (flag) => {
    const { clock } = scene(4, 10);
    const restart = Object.assign(new Error('the Durable Object was reset'), { [flag]: true });
    const catalogOf = () => ({ advance: () => Promise.reject(restart) });
    expect(await driveRuns({ runs, catalogOf, clock, until: 10, maxSlices: 9 })).toEqual(runs);
  },
);

test('throws what a slice throws', async () => {
  const { clock } = scene(4, 10);
  const catalogOf = () => ({ advance: () => Promise.reject(new Error('no such run')) });
  await expect(driveRuns({ runs, catalogOf, clock, until: 10, maxSlices: 9 })).rejects.toThrow('no such run');
});
