import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** The answer is a redirect. It is not followed: credentials would travel to wherever it points. */
export class MahoRedirectedError extends MahoApiError {
  override readonly name = 'MahoRedirectedError';
  readonly code = 'redirected';
  readonly retryable = false;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The backend redirects: ${detail}`,
      context,
      'Set the base URL to the final address (scheme, host, no trailing slash).',
    );
  }
}
