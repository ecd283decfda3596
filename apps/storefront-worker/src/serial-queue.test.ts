import { expect, test } from 'vitest';
import { SerialQueue } from './serial-queue.js';

/** A clock whose sleepers wake when the test says so. */
function handClock() {
  const wakers: (() => void)[] = [];
  const sleep = (_ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      wakers.push(resolve);
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  return {
    clock: { now: () => 0, sleep },
    wake: () => {
      for (const waker of wakers) waker();
    },
  };
}

/** Work that lasts until the test ends it. */
function longTask() {
  let end = () => {};
  const promise = new Promise<string>((resolve) => {
    end = () => resolve('long');
  });
  return { task: () => promise, end: () => end() };
}

test('a task that waited too long is told so, and never runs', async () => {
  const queue = new SerialQueue();
  const { clock, wake } = handClock();
  const { task, end } = longTask();
  const ran: string[] = [];
  const long = queue.run(task);
  const late = queue.runWithin({ clock, ms: 60_000 }, async () => ran.push('late'));
  wake();
  expect(await late).toBeNull();
  end();
  expect(await long).toBe('long');
  expect(await queue.run(async () => 'next')).toBe('next');
  expect(ran).toEqual([]);
});

test('a task whose turn came in time is waited for, however long it lasts itself', async () => {
  const queue = new SerialQueue();
  const { clock, wake } = handClock();
  const { task, end } = longTask();
  let hasBegun = () => {};
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  const result = queue.runWithin({ clock, ms: 60_000 }, () => {
    hasBegun();
    return task();
  });
  await begun;
  wake();
  end();
  expect(await result).toBe('long');
});

test('an error is that of the task, and does not stop the next', async () => {
  const queue = new SerialQueue();
  const { clock } = handClock();
  const failing = queue.runWithin({ clock, ms: 60_000 }, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await queue.runWithin({ clock, ms: 60_000 }, async () => 'next')).toBe('next');
});
