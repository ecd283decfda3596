import type { JsonObject } from '../json.js';

const SLUGS: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  422: 'unprocessable_entity',
  429: 'too_many_requests',
  500: 'internal_server_error',
  502: 'bad_gateway',
  503: 'service_unavailable',
};

/** Slug of a status; anything without one of its own is just `error` (406, 415). */
export function slugOfStatus(status: number): string {
  return SLUGS[status] ?? 'error';
}

/** An error as Maho answers it: `{ error, message, code }`, always `application/json`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly slug: string;
  /** A few early errors leave the code out of the body. */
  readonly showsCode: boolean;
  readonly challenges: boolean;

  constructor(
    status: number,
    message: string,
    more: { slug?: string; showsCode?: boolean; challenges?: boolean } = {},
  ) {
    super(message);
    this.status = status;
    this.slug = more.slug ?? slugOfStatus(status);
    this.showsCode = more.showsCode ?? true;
    this.challenges = more.challenges ?? status === 401;
  }

  body(): JsonObject {
    const body: JsonObject = { error: this.slug, message: this.message };
    return this.showsCode ? { ...body, code: this.status } : body;
  }
}

export const notFound = (message = 'Not Found') => new ApiError(404, message);

export const badRequest = (message: string) => new ApiError(400, message);

/** The route is not public: an early answer without a code. */
export const authenticationRequired = () =>
  new ApiError(401, 'Authentication required', { showsCode: false });

export const internalError = () => new ApiError(500, 'An internal error occurred');
