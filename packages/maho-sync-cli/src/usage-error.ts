/** The command line, or what belongs to it, cannot be understood or used. */
export class UsageError extends Error {
  readonly code = 'usage';
  readonly retryable = false;

  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'UsageError';
  }
}
