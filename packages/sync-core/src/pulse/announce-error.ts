/** The deployment could not be told of a store's state; it will be told again. */
export class AnnounceError extends Error {
  readonly code = 'announce_failed';
  readonly retryable = true;

  constructor(store: string, options: { cause: unknown }) {
    const reason = options.cause instanceof Error ? options.cause.message : String(options.cause);
    super(`The deployment could not be told of the state of store "${store}": ${reason}`, options);
    this.name = 'AnnounceError';
  }
}
