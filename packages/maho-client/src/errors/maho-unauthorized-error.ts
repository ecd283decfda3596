import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** The backend or the web server in front of it asks for credentials. */
export class MahoUnauthorizedError extends MahoApiError {
  override readonly name = 'MahoUnauthorizedError';
  readonly code = 'unauthorized';
  readonly retryable = false;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The backend asks for credentials: ${detail}`,
      context,
      'Read public resources only; if the web server asks for a password, set basicAuth.',
    );
  }
}
