/** The backend could not be asked on a page's behalf; where it was asked from, its own error is in the message. */
export class BackendFailedError extends Error {
  readonly code = 'backend_failed';
  readonly retryable = true;

  constructor(message: string) {
    super(message);
    this.name = 'BackendFailedError';
  }
}
