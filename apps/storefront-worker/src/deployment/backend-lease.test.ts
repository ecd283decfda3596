import { expect, test } from 'vitest';
import { type PermitSource, withBackendLease } from './backend-lease.js';

function scene(grants: readonly number[]) {
  const calls: string[] = [];
  const queue = [...grants];
  const permits: PermitSource = {
    lease: async (_holder, want) => {
      calls.push(`lease ${want}`);
      return queue.shift() ?? 0;
    },
    renew: async () => {
      calls.push('renew');
      return true;
    },
    release: async () => {
      calls.push('release');
    },
  };
  const sleeps: number[] = [];
  /** Short waits pass at once; the wait for a renewal lasts until it is called off. */
  const clock = {
    now: () => 0,
    sleep: (ms: number, signal?: AbortSignal) => {
      sleeps.push(ms);
      if (signal === undefined) return Promise.resolve();
      return new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    },
  };
  return { calls, sleeps, options: { permits, holder: 'store:en', clock } };
}

test('works with what is granted and gives it back', async () => {
  const { calls, options } = scene([4]);
  expect(await withBackendLease(options, async (granted) => `with ${granted}`)).toBe('with 4');
  expect(calls).toEqual(['lease 6', 'release']);
});

test('gives back also when the work fails', async () => {
  const { calls, options } = scene([1]);
  await expect(
    withBackendLease({ ...options, want: 1 }, () => Promise.reject(new Error('backend down'))),
  ).rejects.toThrow('backend down');
  expect(calls).toEqual(['lease 1', 'release']);
});

test('asks again while all are taken, but not for ever', async () => {
  const patient = scene([0, 0, 2]);
  expect(await withBackendLease(patient.options, async (granted) => granted)).toBe(2);
  expect(patient.sleeps.slice(0, 2)).toEqual([500, 500]);
  const hopeless = scene([]);
  expect(await withBackendLease(hopeless.options, async (granted) => granted)).toBeNull();
  expect(hopeless.calls.filter((call) => call === 'lease 6')).toHaveLength(8);
  expect(hopeless.calls.at(-1)).toBe('release');
});

test('renews while the work lasts', async () => {
  const { calls, options } = scene([6]);
  let renewals = 0;
  const sleep = async (_ms: number, signal?: AbortSignal) => {
    renewals += 1;
    if (renewals <= 2) return;
    await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  };
  const work = async () => {
    while (calls.filter((call) => call === 'renew').length < 2) await Promise.resolve();
  };
  await withBackendLease({ ...options, clock: { now: () => 0, sleep } }, work);
  expect(calls).toEqual(['lease 6', 'renew', 'renew', 'release']);
});
