import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** The entity does not exist, is disabled, or belongs to another website. Maho's own 404, nobody else's. */
export class MahoNotFoundError extends MahoApiError {
  override readonly name = 'MahoNotFoundError';
  readonly code = 'not_found';
  readonly retryable = false;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `Maho knows no such entity: ${detail}`,
      context,
      'Drop it from the catalogue, or check the id and the store.',
    );
  }
}
