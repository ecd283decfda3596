/** A key could not be written to or deleted from KV, after retries. */
export class KvWriteError extends Error {
  readonly code = 'kv_write_failed';
  readonly retryable = true;

  constructor(operation: 'put' | 'delete', key: string, options: { cause: unknown }) {
    const reason = options.cause instanceof Error ? options.cause.message : String(options.cause);
    super(`KV ${operation} of "${key}" failed: ${reason}`, options);
    this.name = 'KvWriteError';
  }
}
