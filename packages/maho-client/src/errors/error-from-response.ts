import { type ApiError, apiErrorSchema } from '../schemas/api-error.js';
import type { MahoApiError, MahoErrorContext } from './maho-api-error.js';
import { MahoBadRequestError } from './maho-bad-request-error.js';
import { MahoConflictError } from './maho-conflict-error.js';
import { MahoForbiddenError } from './maho-forbidden-error.js';
import { MahoHtmlResponseError } from './maho-html-response-error.js';
import { MahoNoRouteError } from './maho-no-route-error.js';
import { MahoNotFoundError } from './maho-not-found-error.js';
import { MahoProtocolDisabledError } from './maho-protocol-disabled-error.js';
import { MahoRedirectedError } from './maho-redirected-error.js';
import { MahoServerError } from './maho-server-error.js';
import { MahoTooManyRequestsError } from './maho-too-many-requests-error.js';
import { MahoUnauthorizedError } from './maho-unauthorized-error.js';
import { MahoUnknownStoreError } from './maho-unknown-store-error.js';

/** The parts of an answer that decide which error it is. */
export interface FailedResponse {
  readonly status: number;
  /** The parsed JSON, or `undefined` where the body is empty or not JSON. */
  readonly json: unknown;
  /** Whether the body is an HTML page. */
  readonly html: boolean;
  /** The `Location` header, cleared of secrets. */
  readonly location?: string | undefined;
}

type ErrorClass = new (detail: string, context: MahoErrorContext) => MahoApiError;

/** These keep their meaning whoever answers, so an HTML page of a web server or firewall is read by status. */
const BY_STATUS: ReadonlyMap<number, ErrorClass> = new Map<number, ErrorClass>([
  [401, MahoUnauthorizedError],
  [403, MahoForbiddenError],
  [409, MahoConflictError],
  [429, MahoTooManyRequestsError],
]);

/** Enough to recognise the cause in a log; a proxy's page must not fill it. */
const DETAIL_MAX_CHARS = 200;

/**
 * The typed error of an answer that is not 2xx.
 *
 * Only a 404 with Maho's `not_found` slug and without a routing message is `MahoNotFoundError`; whatever else
 * answers 404 says nothing about the entity.
 */
export function errorFromResponse(response: FailedResponse, context: MahoErrorContext): MahoApiError {
  const { status } = response;
  const at: MahoErrorContext = { ...context, status };
  const body = parseApiError(response.json);
  const detail = detailOf(body, response);

  if (status >= 500) return new MahoServerError(detail, at);
  if (status < 400) return new MahoRedirectedError(response.location ?? 'without a Location header', at);
  const byStatus = BY_STATUS.get(status);
  if (byStatus !== undefined) return new byStatus(detail, at);
  if (response.html) return new MahoHtmlResponseError(detail, at);
  if (status === 404) return new (notFoundClass(body))(detail, at);
  if (isUnknownStore(status, body)) return new MahoUnknownStoreError(detail, at);
  return new MahoBadRequestError(detail, at);
}

function notFoundClass(body: ApiError | undefined): ErrorClass {
  if (body?.error === 'protocol_disabled') return MahoProtocolDisabledError;
  if (body?.error !== 'not_found') return MahoNoRouteError;
  return isRoutingMessage(body.message ?? '') ? MahoNoRouteError : MahoNotFoundError;
}

/** Both are sent under the slug `not_found`: recordings errors/no-route and stores/en-config. */
function isRoutingMessage(message: string): boolean {
  return message.startsWith('No route found') || message.startsWith('Invalid uri variables');
}

function isUnknownStore(status: number, body: ApiError | undefined): boolean {
  return status === 400 && (body?.message ?? '').startsWith('Unknown store');
}

function parseApiError(json: unknown): ApiError | undefined {
  const parsed = apiErrorSchema.safeParse(json);
  return parsed.success ? parsed.data : undefined;
}

function detailOf(body: ApiError | undefined, response: FailedResponse): string {
  const said = body?.message ?? body?.error;
  if (said !== undefined && said !== '') return said.slice(0, DETAIL_MAX_CHARS);
  return response.html
    ? `an HTML page with status ${response.status}`
    : `status ${response.status} without a message`;
}
