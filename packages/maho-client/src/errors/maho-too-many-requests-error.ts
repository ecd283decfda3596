import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** The backend or a proxy asks to slow down (429). Maho itself sends no Retry-After. */
export class MahoTooManyRequestsError extends MahoApiError {
  override readonly name = 'MahoTooManyRequestsError';
  readonly code = 'too_many_requests';
  readonly retryable = true;

  constructor(detail: string, context: MahoErrorContext) {
    super(`The backend asks to slow down: ${detail}`, context, 'Wait, and keep fewer requests in flight.');
  }
}
