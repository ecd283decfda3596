import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** A 404 of the address, not of the entity: a wrong base URL or path. Never to be read as "deleted". */
export class MahoNoRouteError extends MahoApiError {
  override readonly name = 'MahoNoRouteError';
  readonly code = 'no_route';
  readonly retryable = false;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The address is not one of the Maho REST API: ${detail}`,
      context,
      'Check the base URL (it ends in /api/rest/v2) and the path; no entity was looked up.',
    );
  }
}
