import type { SyncFault } from '@maho-storefront/sync-core';
import { logError } from '../log.js';

/** More of a stack than says where it happened. */
const MAX_STACK_CHARACTERS = 4_000;

/**
 * Writes what ended a run unexpectedly to the log, with its stack.
 *
 * @param secrets what the sync knew and the log must not: an unexpected error may say anything.
 */
export function logSyncFault(
  { store, run, stage, error }: SyncFault,
  secrets: readonly (string | null)[],
): void {
  const stack = error instanceof Error ? (error.stack ?? null) : null;
  logError('sync_fault', {
    store,
    run,
    stage,
    reason: without(secrets, String(error)),
    stack: stack === null ? null : without(secrets, stack).slice(0, MAX_STACK_CHARACTERS),
  });
}

function without(secrets: readonly (string | null)[], text: string): string {
  return secrets.reduce<string>((rest, secret) => (secret ? rest.replaceAll(secret, '***') : rest), text);
}
