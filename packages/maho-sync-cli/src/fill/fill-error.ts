/** A fill that could not be begun, or broke off: of the backend's or Cloudflare's doing. */
export class FillError extends Error {
  constructor(
    /** That of the error behind it, or `already_synced`. */
    readonly code: string,
    message: string,
    options: { cause?: unknown; retryable?: boolean } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'FillError';
    this.retryable = options.retryable ?? false;
  }

  readonly retryable: boolean;
}
