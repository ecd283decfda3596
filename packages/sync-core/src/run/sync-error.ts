export type SyncErrorCode =
  | 'empty_listing'
  | 'unordered_listing'
  | 'unsteady_listing'
  | 'mass_removal'
  | 'contradiction'
  | 'unreadable'
  | 'invalid_ids'
  | 'invalid_since';

/**
 * The backend answered, but with something a sync must not believe; or (`invalid_…`) a request asks for what
 * cannot be.
 */
export class SyncError extends Error {
  readonly retryable = false;

  constructor(
    readonly code: SyncErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'SyncError';
  }
}
