import { expect, test } from 'vitest';
import { RequestLimiter } from './request-limiter.js';

test('never runs more tasks at once than its bound, and runs them all', async () => {
  const limiter = new RequestLimiter(3);
  let running = 0;
  let most = 0;
  const tasks = Array.from({ length: 20 }, (_, index) =>
    limiter.run(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, index % 3));
      running -= 1;
      return index;
    }),
  );
  expect(await Promise.all(tasks)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect([most, limiter.highest, limiter.inFlight, limiter.waiting]).toEqual([3, 3, 0, 0]);
});

test('starts waiting tasks in the order they came', async () => {
  const limiter = new RequestLimiter(1);
  const order: number[] = [];
  await Promise.all([1, 2, 3, 4].map((number) => limiter.run(async () => void order.push(number))));
  expect(order).toEqual([1, 2, 3, 4]);
});

test('frees the slot of a task that throws', async () => {
  const limiter = new RequestLimiter(1);
  await expect(limiter.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await limiter.run(async () => 'next')).toBe('next');
});

test('lets a waiting task go when its signal aborts, and never starts it', async () => {
  const limiter = new RequestLimiter(1);
  let open = () => {};
  const first = limiter.run(
    () =>
      new Promise<void>((resolve) => {
        open = resolve;
      }),
  );
  await Promise.resolve();
  const abort = new AbortController();
  let started = false;
  const second = limiter.run(async () => {
    started = true;
  }, abort.signal);
  const third = limiter.run(async () => 'third');
  abort.abort(new Error('changed my mind'));
  await expect(second).rejects.toThrow('changed my mind');
  open();
  await first;
  expect([await third, started, limiter.inFlight]).toEqual(['third', false, 0]);
});

test('refuses a signal that has aborted and a bound below one', async () => {
  const limiter = new RequestLimiter();
  await expect(limiter.run(async () => 1, AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
  expect(() => new RequestLimiter(0)).toThrow(RangeError);
});
