/** Thrown by `withDeadline` when the time is over. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';
}

/**
 * Runs `task` and gives its result, unless `timeoutMs` pass or `signal` aborts first.
 *
 * The task gets a signal that aborts in both cases; a task that ignores it is abandoned, so a body that trickles
 * for ever cannot hold a slot.
 *
 * @throws DeadlineExceeded when the time is over, the signal's reason when it aborts, else what the task throws.
 */
export async function withDeadline<Result>(
  timeoutMs: number,
  task: (signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(new DeadlineExceeded(`${timeoutMs} ms`)), timeoutMs);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([task(controller.signal), rejectionOf(controller.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
