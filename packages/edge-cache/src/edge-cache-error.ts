/** What went wrong, as a literal that callers can switch over. */
export type EdgeCacheErrorCode = 'version_tag_invalid';

/** Base class of every error this package throws; all come from the input alone, so none is retryable. */
export abstract class EdgeCacheError extends Error {
  abstract readonly code: EdgeCacheErrorCode;
  readonly retryable = false;
}
