export type KeyEditErrorCode = 'foreign_key' | 'protected_key' | 'unknown_key' | 'invalid_value' | 'deferred';

/** A key that cannot be edited by hand, or not so. */
export class KeyEditError extends Error {
  readonly retryable: boolean;

  constructor(
    readonly code: KeyEditErrorCode,
    readonly key: string,
    message: string,
  ) {
    super(message);
    this.name = 'KeyEditError';
    this.retryable = code === 'deferred';
  }
}
