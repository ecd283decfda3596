import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** Answer and body did not arrive within the time allowed. */
export class MahoTimeoutError extends MahoApiError {
  override readonly name = 'MahoTimeoutError';
  readonly code = 'timeout';
  readonly retryable = true;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The backend took too long: ${detail}`,
      context,
      'Try again, ask for smaller pages, or raise timeoutMs.',
    );
  }
}
