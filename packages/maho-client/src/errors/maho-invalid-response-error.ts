import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/**
 * JSON that is broken or not of the expected shape.
 *
 * A broken body (cut off on the way) is retryable, a well-formed one of the wrong shape is not.
 */
export class MahoInvalidResponseError extends MahoApiError {
  override readonly name = 'MahoInvalidResponseError';
  readonly code = 'invalid_response';
  readonly retryable: boolean;

  constructor(detail: string, context: MahoErrorContext & { readonly retryable: boolean }) {
    super(
      `The answer is not what the API promises: ${detail}`,
      context,
      context.retryable
        ? 'Try again; a proxy or the backend may have cut it off.'
        : 'Look at the record in the backend, or at modules that change the API.',
    );
    this.retryable = context.retryable;
  }
}
