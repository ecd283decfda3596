import type { WorkerClock } from './clock.js';

/** A deploy resets an object once, and it is back at once; together about three seconds. */
const RETRY_BASE_MS = 100;
const ATTEMPTS = 6;

/**
 * Whether a Durable Object was moved or redeployed; its state is safe
 * (https://developers.cloudflare.com/durable-objects/best-practices/error-handling/).
 */
export function isObjectReset(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return Reflect.get(error, 'retryable') === true || Reflect.get(error, 'durableObjectReset') === true;
}

/**
 * Calls a Durable Object, and again if it was reset meanwhile.
 *
 * @param call takes a new stub each time, since one that has failed may fail for good, and does no harm when it is
 * done twice.
 * @throws whatever `call` throws last.
 */
export async function throughResets<Result>(
  clock: WorkerClock,
  call: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt === ATTEMPTS || !isObjectReset(error)) throw error;
      await clock.sleep(RETRY_BASE_MS * 2 ** (attempt - 1));
    }
  }
}
