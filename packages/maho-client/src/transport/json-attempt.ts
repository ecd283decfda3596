import type { FailedResponse } from '../errors/error-from-response.js';
import type { MahoApiError, MahoErrorContext } from '../errors/maho-api-error.js';
import { MahoHtmlResponseError } from '../errors/maho-html-response-error.js';
import { MahoInvalidResponseError } from '../errors/maho-invalid-response-error.js';
import { MahoTimeoutError } from '../errors/maho-timeout-error.js';
import { MahoUnavailableError } from '../errors/maho-unavailable-error.js';
import { type Body, readBody } from './json-body.js';
import { DeadlineExceeded, withDeadline } from './request-deadline.js';
import { withoutSecrets } from './request-url.js';
import { retryAfterMs } from './retry-timing.js';

/** `fetch`, as far as this package needs it. Pass it bound: `(url, init) => binding.fetch(url, init)`. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Names the error of an answer that is not 2xx. */
export type ErrorFrom = (response: FailedResponse, context: MahoErrorContext) => MahoApiError;

/** One request, ready to be sent. */
export interface JsonRequest {
  readonly method: HttpMethod;
  readonly url: string;
  /** JSON text. */
  readonly body?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly context: MahoErrorContext;
  readonly errorFrom: ErrorFrom;
  readonly signal?: AbortSignal | undefined;
}

/** A 2xx answer whose body is JSON, not yet checked against a schema; `undefined` of a write that has no body (204). */
export interface JsonAnswer {
  readonly json: unknown;
  readonly status: number;
  readonly etag: string | null;
  /** The backend's clock, from the `Date` header. */
  readonly date: Date | null;
  /** For errors found later in the body. */
  readonly context: MahoErrorContext;
}

/** Sends one request once; whatever goes wrong is a `MahoApiError`, or the reason of the caller's own signal. */
export async function attemptJson(
  fetch: FetchLike,
  now: () => number,
  request: JsonRequest,
): Promise<JsonAnswer> {
  const { response, text } = await exchange(fetch, request);
  const context: MahoErrorContext = {
    ...request.context,
    status: response.status,
    retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now()),
  };
  const body = readAnswer(request, response, text);
  if (!response.ok) throw failure(request, response, body, context);
  if (body.kind === 'html') throw new MahoHtmlResponseError('a page with a success status', context);
  if (body.kind === 'broken')
    throw new MahoInvalidResponseError(body.reason, { ...context, retryable: true });
  return {
    json: body.json,
    status: response.status,
    etag: response.headers.get('etag'),
    date: dateOf(response.headers.get('date')),
    context,
  };
}

/** A deletion is answered without a body; a read without one was cut off. */
function readAnswer({ method }: JsonRequest, response: Response, text: string): Body {
  if (response.status === 204 && method !== 'GET') return { kind: 'json', json: undefined };
  return readBody(text, response.headers.get('content-type'));
}

/** The deadline covers the body too: a backend that sends headers and then hangs must not hold a slot. */
async function exchange(
  fetch: FetchLike,
  request: JsonRequest,
): Promise<{ response: Response; text: string }> {
  const { method, url, headers, body, timeoutMs, context, signal } = request;
  try {
    return await withDeadline(
      timeoutMs,
      async (deadline) => {
        const init: RequestInit = { method, headers, redirect: 'manual', signal: deadline };
        const response = await fetch(url, body === undefined ? init : { ...init, body });
        return { response, text: await response.text() };
      },
      signal,
    );
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof DeadlineExceeded) {
      throw new MahoTimeoutError(`no complete answer within ${timeoutMs} ms`, { ...context, cause });
    }
    throw new MahoUnavailableError('the connection failed or broke off', { ...context, cause });
  }
}

function failure({ errorFrom }: JsonRequest, response: Response, body: Body, context: MahoErrorContext) {
  const location = response.headers.get('location');
  return errorFrom(
    {
      status: response.status,
      json: body.kind === 'json' ? body.json : undefined,
      html: body.kind === 'html',
      location: location === null ? undefined : redirectTarget(location, context.url),
    },
    context,
  );
}

/** `Location` may be relative, or nonsense. */
function redirectTarget(location: string, requested: string): string {
  return URL.canParse(location, requested)
    ? withoutSecrets(new URL(location, requested).href)
    : 'an unreadable URL';
}

function dateOf(header: string | null): Date | null {
  const ms = Date.parse(header ?? '');
  return Number.isNaN(ms) ? null : new Date(ms);
}
