import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** The request collides with the present state of the backend (409). */
export class MahoConflictError extends MahoApiError {
  override readonly name = 'MahoConflictError';
  readonly code = 'conflict';
  readonly retryable = false;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The request conflicts with the state of the backend: ${detail}`,
      context,
      'Read the entity again, then decide.',
    );
  }
}
