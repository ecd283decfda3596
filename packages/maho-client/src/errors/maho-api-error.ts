/** What an error knows of the request that failed. `url` must be free of credentials: see `withoutSecrets`. */
export interface MahoErrorContext {
  readonly method: string;
  readonly url: string;
  readonly storeCode?: string | undefined;
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** What the answer's `Retry-After` asks for, in milliseconds from the moment it arrived. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** The literal codes of this package's errors, for a `switch` that survives bundling and structured clones. */
export type MahoErrorCode =
  | 'bad_request'
  | 'conflict'
  | 'forbidden'
  | 'html_response'
  | 'invalid_response'
  | 'no_route'
  | 'not_found'
  | 'protocol_disabled'
  | 'redirected'
  | 'refused'
  | 'server_error'
  | 'timeout'
  | 'too_many_requests'
  | 'unauthorized'
  | 'unavailable'
  | 'unknown_store';

/**
 * Base of every error that a request to Maho can end in.
 *
 * The message says what failed, method, URL, store and status, and what to do next. It never holds basic auth,
 * worker auth, or the value of a query parameter that looks like a secret.
 */
export abstract class MahoApiError extends Error {
  abstract readonly code: MahoErrorCode;
  /** Whether the same GET may succeed a little later. */
  abstract readonly retryable: boolean;
  readonly method: string;
  readonly url: string;
  readonly storeCode: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  protected constructor(what: string, context: MahoErrorContext, next: string) {
    super(
      `${what} (${describe(context)}). ${next}`,
      context.cause === undefined ? {} : { cause: context.cause },
    );
    this.method = context.method;
    this.url = context.url;
    this.storeCode = context.storeCode;
    this.status = context.status;
    this.retryAfterMs = context.retryAfterMs;
  }
}

function describe({ method, url, storeCode, status }: MahoErrorContext): string {
  const store = storeCode === undefined ? 'default store' : `store ${storeCode}`;
  const parts = [`${method} ${url}`, store];
  if (status !== undefined) parts.push(`HTTP ${status}`);
  return parts.join(', ');
}
