import { MahoApiError } from '../errors/maho-api-error.js';
import type { Sleep } from './abortable-sleep.js';
import {
  attemptJson,
  type ErrorFrom,
  type FetchLike,
  type HttpMethod,
  type JsonAnswer,
  type JsonRequest,
} from './json-attempt.js';
import type { RequestLimiter } from './request-limiter.js';
import { type Query, requestUrl, withoutSecrets } from './request-url.js';
import { retryDelayMs } from './retry-timing.js';

/** What `onRequest` is told after each attempt; `url` holds no secrets. */
export interface RequestEvent {
  readonly method: HttpMethod;
  readonly url: string;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** From 1. */
  readonly attempt: number;
  /** From start to the end of the body; waiting for a slot or for a retry is not in it. */
  readonly durationMs: number;
  readonly error: unknown;
}

/** Everything a request depends on. */
export interface TransportSettings {
  readonly baseUrl: string;
  readonly storeCode: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly limiter: RequestLimiter;
  readonly fetch: FetchLike;
  readonly errorFrom: ErrorFrom;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly now: () => number;
  readonly onRequest: (event: RequestEvent) => void;
}

/** One call of the API. */
export interface JsonCall {
  readonly method: HttpMethod;
  readonly path: string;
  readonly query?: Query | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** On top of the client's own; the same name replaces it. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A GET that the backend answers once only, such as an order by its token, is never repeated. */
  readonly once?: boolean | undefined;
  /** Instead of the client's own. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Sends requests through the limiter and repeats GETs that may succeed a little later; a write is sent once. */
export class JsonTransport {
  readonly #settings: TransportSettings;

  constructor(settings: TransportSettings) {
    this.#settings = settings;
  }

  /** The JSON at `path`: `send` with a GET. */
  get(path: string, query?: Query, signal?: AbortSignal): Promise<JsonAnswer> {
    return this.send({ method: 'GET', path, query, signal });
  }

  /**
   * The JSON that answers a call: a GET after at most `retries` repetitions, anything else after one attempt,
   * because nobody knows what a failed write has done.
   *
   * A slot of the limiter is held during an attempt only, not while waiting for the next one.
   *
   * @throws MahoApiError of the last attempt, or the reason of `signal`.
   */
  async send(call: JsonCall): Promise<JsonAnswer> {
    const { limiter, sleep, random } = this.#settings;
    const { signal } = call;
    const retries = call.method === 'GET' && call.once !== true ? this.#settings.retries : 0;
    const request = this.#request(call);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await limiter.run(() => this.#attempt(request, attempt), signal);
      } catch (error) {
        if (!(error instanceof MahoApiError) || !error.retryable || attempt > retries) throw error;
        const { retryAfterMs } = error;
        await sleep(retryDelayMs({ attempt, retryAfterMs, random: random() }), signal);
      }
    }
  }

  #request({ method, path, query, body, headers, timeoutMs, signal }: JsonCall): JsonRequest {
    const { baseUrl, storeCode, errorFrom, ...settings } = this.#settings;
    const url = requestUrl(baseUrl, path, query);
    return {
      method,
      url,
      headers: {
        ...settings.headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      timeoutMs: timeoutMs ?? settings.timeoutMs,
      context: { method, url: withoutSecrets(url), storeCode },
      errorFrom,
      signal,
    };
  }

  async #attempt(request: JsonRequest, attempt: number): Promise<JsonAnswer> {
    const { fetch, now } = this.#settings;
    const startedAt = now();
    let answer: JsonAnswer;
    try {
      answer = await attemptJson(fetch, now, request);
    } catch (error) {
      const status = error instanceof MahoApiError ? error.status : undefined;
      this.#tell(request, attempt, startedAt, { status, error });
      throw error;
    }
    this.#tell(request, attempt, startedAt, { status: answer.status, error: undefined });
    return answer;
  }

  #tell(
    request: JsonRequest,
    attempt: number,
    startedAt: number,
    outcome: Pick<RequestEvent, 'status' | 'error'>,
  ): void {
    const { now, onRequest } = this.#settings;
    onRequest({
      method: request.method,
      url: request.context.url,
      attempt,
      durationMs: now() - startedAt,
      ...outcome,
    });
  }
}
