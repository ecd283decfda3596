import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** The request itself is wrong (400, 405, 406, 415, 422, …): repeating it cannot help. */
export class MahoBadRequestError extends MahoApiError {
  override readonly name = 'MahoBadRequestError';
  readonly code = 'bad_request';
  readonly retryable = false;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The backend rejects the request: ${detail}`,
      context,
      'Correct the path, the parameters or the headers of the request.',
    );
  }
}
