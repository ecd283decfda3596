import { KvSchemaError } from './kv-schema-error.js';

/** A pulse log entry does not carry the sequence number that follows the newest one in the log. */
export class PulseLogGapError extends KvSchemaError {
  override readonly name = 'PulseLogGapError';
  readonly code = 'pulse_log_gap';

  constructor(
    readonly newestSeq: number,
    readonly entrySeq: number,
  ) {
    super(
      `Pulse log ends at seq ${newestSeq}, so the next entry must be ${newestSeq + 1}, got ${entrySeq}. ` +
        'Read the stored pulse again and continue from its seq.',
    );
  }
}
