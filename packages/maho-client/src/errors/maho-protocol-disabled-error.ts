import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/** The shop has REST v2 switched off: every path answers 404, and none of them says anything about an entity. */
export class MahoProtocolDisabledError extends MahoApiError {
  override readonly name = 'MahoProtocolDisabledError';
  readonly code = 'protocol_disabled';
  readonly retryable = false;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The REST v2 protocol is switched off in this shop: ${detail}`,
      context,
      'Switch it on in Maho: apiplatform/protocols/rest_v2 = 1.',
    );
  }
}
