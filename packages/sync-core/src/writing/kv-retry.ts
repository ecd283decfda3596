import type { Clock } from '../ports/clock.js';
import { KvWriteError } from './kv-write-error.js';

const ATTEMPTS = 4;
/** KV takes one write a second for one key, so the pauses add up to more than that. */
const RETRY_BASE_MS = 250;

/**
 * Tries a write until KV takes it, with growing pauses.
 *
 * @throws KvWriteError when it is refused to the end.
 */
export async function retryKvWrite(
  clock: Clock,
  operation: 'put' | 'delete',
  key: string,
  attempt: () => Promise<void>,
): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt();
    } catch (cause) {
      if (failures === ATTEMPTS) throw new KvWriteError(operation, key, { cause });
      await clock.sleep(RETRY_BASE_MS * 2 ** (failures - 1));
    }
  }
}
