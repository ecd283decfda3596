import type { RunRequest } from './run-record.js';
import { SyncError } from './sync-error.js';

/**
 * Lets a request through whose `updatedSince`, if it has one, is a moment that can have been.
 *
 * @param now epoch ms.
 * @throws SyncError `invalid_since` for what is no moment or lies ahead, and where it means nothing.
 */
export function requireSoundSince(
  { scope, updatedSince }: Pick<RunRequest, 'scope' | 'updatedSince'>,
  now: number,
): void {
  if (updatedSince === undefined) return;
  if (scope !== 'changes') throw invalid(`A sync of "${scope}" takes no updatedSince`);
  if (!Number.isSafeInteger(updatedSince) || updatedSince < 0) {
    throw invalid(`updatedSince must be a time in epoch milliseconds, got ${JSON.stringify(updatedSince)}`);
  }
  if (updatedSince > now) {
    throw invalid(`updatedSince lies in the future: ${updatedSince}, and it is ${now}`);
  }
}

function invalid(message: string): SyncError {
  return new SyncError('invalid_since', message);
}
