import { MahoApiError, type MahoErrorContext } from './maho-api-error.js';

/**
 * What passes by itself: PHP errors during a save or reindex, proxies without a backend, and Cloudflare's own
 * statuses for an origin that is down, unreachable or too slow
 * (https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/).
 */
const TRANSIENT: ReadonlySet<number> = new Set([500, 502, 503, 504, 520, 521, 522, 523, 524]);

/** The backend failed (5xx). Retryable where the status is one that passes by itself. */
export class MahoServerError extends MahoApiError {
  override readonly name = 'MahoServerError';
  readonly code = 'server_error';
  readonly retryable: boolean;

  constructor(detail: string, context: MahoErrorContext) {
    super(
      `The backend failed: ${detail}`,
      context,
      'Try again; if it stays, read the log of Maho and of its web server.',
    );
    this.retryable = context.status !== undefined && TRANSIENT.has(context.status);
  }
}
