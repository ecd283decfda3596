export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 502 | 503;

/** A request that is answered with an error: `code` becomes `error` in the JSON, the message `message`. */
export class RequestError extends Error {
  constructor(
    readonly status: ErrorStatus,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'RequestError';
  }

  /** Whether the same request may succeed later without a change on the caller's side. */
  get retryable(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}
