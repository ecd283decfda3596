import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** No answer arrived, or it broke off: DNS, connection, TLS or a closed socket. */
export class MahoUnavailableError extends MahoApiError {
  override readonly name = 'MahoUnavailableError';
  readonly code = 'unavailable';
  readonly retryable = true;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The backend could not be reached: ${detail}`,
      context,
      'Check that the host is up and reachable from here.',
    );
  }
}
