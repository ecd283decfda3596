import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** The backend or a firewall in front of it refuses the request. */
export class MahoForbiddenError extends MahoApiError {
  override readonly name = 'MahoForbiddenError';
  readonly code = 'forbidden';
  readonly retryable = false;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The backend refuses the request: ${detail}`,
      context,
      'Allow this client in the firewall, or set workerAuth to the value its rule expects.',
    );
  }
}
