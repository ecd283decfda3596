import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** The backend has no store view of the code that was asked for. */
export class MahoUnknownStoreError extends MahoApiError {
  override readonly name = 'MahoUnknownStoreError';
  readonly code = 'unknown_store';
  readonly retryable = false;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The backend does not know the store view: ${detail}`,
      context,
      'Compare the code with GET /stores; codes are case-sensitive.',
    );
  }
}
