import { describe, expect, test } from 'vitest';
import { throughResets } from './object-reset.js';

function scene(errors: Error[]) {
  const slept: number[] = [];
  const clock = { now: () => 0, sleep: async (ms: number) => void slept.push(ms) };
  const call = async () => {
    const error = errors.shift();
    if (error) throw error;
    return 'done';
  };
  return { clock, call, slept };
}

const reset = () => Object.assign(new Error('The object was reset.'), { retryable: true });

describe('a call of a Durable Object', () => {
  test('is made again after resets, each time after a longer pause', async () => {
    const { clock, call, slept } = scene([
      reset(),
      Object.assign(new Error('deployed'), { durableObjectReset: true }),
    ]);
    expect(await throughResets(clock, call)).toBe('done');
    expect(slept).toEqual([100, 200]);
  });

  test('fails with an error of its own at once', async () => {
    const { clock, call, slept } = scene([new Error('no')]);
    await expect(throughResets(clock, call)).rejects.toThrow('no');
    expect(slept).toEqual([]);
  });

  test('gives up after about three seconds', async () => {
    const { clock, call, slept } = scene(Array.from({ length: 6 }, reset));
    await expect(throughResets(clock, call)).rejects.toThrow('The object was reset.');
    expect(slept.reduce((sum, ms) => sum + ms, 0)).toBe(3_100);
  });
});
