import type { RunRequest } from './run-record.js';
import { SyncError } from './sync-error.js';
import { isById } from './sync-scope.js';

/** A shop's admin sends all that was edited in a minute; whole catalogues have a sync of their own. */
export const MAX_REQUESTED_IDS = 10_000;

/**
 * The ids a request asks for, each once; none for a scope that is not by id.
 *
 * @throws SyncError `invalid_ids` for what cannot be the id of anything, and for a list that is missing, too
 * long, or given where ids mean nothing.
 */
export function requestedIds({ scope, ids }: Pick<RunRequest, 'scope' | 'ids'>): number[] {
  if (!isById(scope)) {
    if (ids === undefined) return [];
    throw invalid(`A sync of "${scope}" takes no ids`);
  }
  if (ids === undefined) throw invalid(`A sync of "${scope}" needs ids`);
  if (ids.length > MAX_REQUESTED_IDS)
    throw invalid(`At most ${MAX_REQUESTED_IDS} ids can be asked for at once, got ${ids.length}`);
  const wrong = ids.find((id) => !Number.isSafeInteger(id) || id < 1);
  if (wrong !== undefined)
    throw invalid(`An id must be a positive whole number, got ${JSON.stringify(wrong)}`);
  return [...new Set(ids)];
}

function invalid(message: string): SyncError {
  return new SyncError('invalid_ids', message);
}
