/** The store has never been synced: there is nothing to make a page of. */
export class NotSyncedError extends Error {
  readonly code = 'not_synced';

  constructor(store: string) {
    super(`Store "${store}" has never been synced.`);
    this.name = 'NotSyncedError';
  }
}
