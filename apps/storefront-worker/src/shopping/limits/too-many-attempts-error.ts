/** Somebody tries something more often than the Worker lets them. */
export class TooManyAttemptsError extends Error {
  readonly code = 'too_many_requests';
  readonly retryable = true;

  constructor(readonly retryAfterS: number) {
    super(`Too many attempts. Try again in ${retryAfterS} seconds.`);
    this.name = 'TooManyAttemptsError';
  }
}
