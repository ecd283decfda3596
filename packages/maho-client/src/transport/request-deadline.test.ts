import { expect, test } from 'vitest';
import { DeadlineExceeded, withDeadline } from './request-deadline.js';

const never = new Promise<never>(() => undefined);

test('gives the result of a task in time', async () => {
  expect(await withDeadline(1000, async () => 'done')).toBe('done');
});

test('ends a task that ignores its signal', async () => {
  await expect(withDeadline(5, () => never)).rejects.toBeInstanceOf(DeadlineExceeded);
});

test('tells the task to stop when the time is over', async () => {
  let seen: AbortSignal | undefined;
  const run = withDeadline(5, (signal) => {
    seen = signal;
    return never;
  });
  await expect(run).rejects.toBeInstanceOf(DeadlineExceeded);
  expect(seen?.aborted).toBe(true);
});

test("throws the caller's own reason when the caller aborts", async () => {
  const abort = new AbortController();
  const run = withDeadline(1000, () => never, abort.signal);
  abort.abort(new Error('shutting down'));
  await expect(run).rejects.toThrow('shutting down');
});
