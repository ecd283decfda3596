import { MahoApiError, type MahoErrorContext } from '../errors/maho-api-error.js';
import type { Sleep } from './abortable-sleep.js';
import { attemptJson, type FetchLike, type JsonAnswer, type JsonRequest } from './json-attempt.js';
import type { RequestLimiter } from './request-limiter.js';
import { type Query, requestUrl, withoutSecrets } from './request-url.js';
import { retryDelayMs } from './retry-timing.js';

/** What `onRequest` is told after each attempt; `url` holds no secrets. */
export interface RequestEvent {
  readonly method: 'GET';
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
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly now: () => number;
  readonly onRequest: (event: RequestEvent) => void;
}

/** Sends GETs through the limiter and repeats those that may succeed a little later. */
export class JsonTransport {
  readonly #settings: TransportSettings;

  constructor(settings: TransportSettings) {
    this.#settings = settings;
  }

  /**
   * The JSON at `path`, after at most `retries` repetitions.
   *
   * A slot of the limiter is held during an attempt only, not while waiting for the next one.
   *
   * @throws MahoApiError of the last attempt, or the reason of `signal`.
   */
  async get(path: string, query?: Query, signal?: AbortSignal): Promise<JsonAnswer> {
    const { limiter, retries, sleep, random } = this.#settings;
    const request = this.#request(path, query, signal);
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

  #request(path: string, query: Query | undefined, signal: AbortSignal | undefined): JsonRequest {
    const { baseUrl, storeCode, headers, timeoutMs } = this.#settings;
    const url = requestUrl(baseUrl, path, query);
    const context: MahoErrorContext = { method: 'GET', url: withoutSecrets(url), storeCode };
    return { url, headers, timeoutMs, context, signal };
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
      method: 'GET',
      url: request.context.url,
      attempt,
      durationMs: now() - startedAt,
      ...outcome,
    });
  }
}
