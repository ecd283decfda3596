/** What went wrong, as a literal that callers can switch over. */
export type KvSchemaErrorCode = 'key_too_long' | 'key_part_invalid' | 'not_json' | 'pulse_log_gap';

/**
 * Base class of every error this package throws.
 *
 * All of them come from the input alone, so the same call fails again: none is retryable.
 */
export abstract class KvSchemaError extends Error {
  abstract readonly code: KvSchemaErrorCode;
  readonly retryable = false;
}
