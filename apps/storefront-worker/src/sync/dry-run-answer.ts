import type { KeyChange, SyncFailure } from '@maho-storefront/sync-core';
import type { DryRunOfStore } from './dry-run.js';

export interface StoreChange extends KeyChange {
  store: string;
}

/** The answer of a sync that was only asked what it would do. */
export interface DryRunAnswer {
  success: boolean;
  error?: string;
  message?: string;
  dry: true;
  /** Keys that would be put and deleted. */
  written: number;
  deleted: number;
  /** The first of them, by store and key. */
  changes: StoreChange[];
  /** Whether there are more than `changes` names, or the time was over before all was looked at. */
  truncated: boolean;
  failed?: SyncFailure[];
}

export function dryRunAnswer(stores: readonly DryRunOfStore[]): DryRunAnswer {
  const changes = stores.flatMap(({ run, changes }) =>
    changes.map((change) => ({ store: run.store, ...change })),
  );
  const failed = stores.flatMap(({ run }) => run.failed);
  const total = stores.reduce((sum, { puts, deletes }) => sum + puts + deletes, 0);
  const [first] = failed;
  return {
    success: first === undefined,
    ...(first === undefined
      ? {}
      : { error: 'sync_would_fail', message: `Store ${first.store}, ${first.entity}: ${first.reason}` }),
    dry: true,
    written: stores.reduce((sum, { puts }) => sum + puts, 0),
    deleted: stores.reduce((sum, { deletes }) => sum + deletes, 0),
    changes,
    truncated: total > changes.length || stores.some(({ isComplete }) => !isComplete),
    ...(first === undefined ? {} : { failed }),
  };
}
