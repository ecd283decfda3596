export type KvApiErrorCode =
  /** The token is not valid, or may not write this namespace. */
  | 'unauthorized'
  /** There is no such account or namespace. */
  | 'no_namespace'
  /** Cloudflare does not take the request as it is. */
  | 'rejected'
  | 'rate_limited'
  /** Cloudflare failed. */
  | 'unavailable'
  /** No answer came. */
  | 'unreachable'
  /** An answer that is not the API's. */
  | 'unreadable'
  /** Some keys of a bulk request were not taken, again and again. */
  | 'incomplete';

const RETRYABLE: readonly KvApiErrorCode[] = ['rate_limited', 'unavailable', 'unreachable', 'incomplete'];

export interface KvApiErrorOptions {
  cause?: unknown;
  status?: number;
  /** What `Retry-After` asked for, ms. */
  retryAfterMs?: number | null;
}

/** A request of Workers KV's REST API that did not succeed. The API token is in no message. */
export class KvApiError extends Error {
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(
    readonly code: KvApiErrorCode,
    message: string,
    options: KvApiErrorOptions = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'KvApiError';
    this.status = options.status ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }

  /** Whether the same request may succeed later. */
  get retryable(): boolean {
    return RETRYABLE.includes(this.code);
  }
}
