import type { WorkerClock } from '../platform/clock.js';

/** The result of `work`, or null when the time is over: what was begun goes on by itself. @param until epoch ms. */
export async function within<Result>(
  clock: WorkerClock,
  until: number,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const left = until - clock.now();
  if (left <= 0) return null;
  const end = new AbortController();
  const timeIsOver = clock.sleep(left, end.signal).then(
    () => null,
    (error) => {
      if (end.signal.aborted) return null;
      throw error;
    },
  );
  try {
    return await Promise.race([work(), timeIsOver]);
  } finally {
    end.abort();
  }
}
