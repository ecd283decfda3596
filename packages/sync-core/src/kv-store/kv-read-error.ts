/** KV could not be read, after retries. */
export class KvReadError extends Error {
  readonly code = 'kv_read_failed';
  readonly retryable = true;

  constructor(what: string, options: { cause: unknown }) {
    const reason = options.cause instanceof Error ? options.cause.message : String(options.cause);
    super(`KV ${what} failed: ${reason}`, options);
    this.name = 'KvReadError';
  }
}
