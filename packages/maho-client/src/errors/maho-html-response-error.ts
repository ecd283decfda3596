import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** An HTML page where JSON was expected: a wrong URL, a maintenance page, a login wall. Says nothing of an entity. */
export class MahoHtmlResponseError extends MahoApiError {
  override readonly name = 'MahoHtmlResponseError';
  readonly code = 'html_response';
  readonly retryable = false;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The answer is an HTML page, not JSON: ${detail}`,
      context,
      'Check that the base URL is the shop itself and that no maintenance page or login is in front of it.',
    );
  }
}
