import * as z from 'zod';
import { KvApiError } from './kv-api-error.js';
import { REQUEST_INTERVAL_MS, REQUEST_TIMEOUT_MS } from './kv-api-limits.js';
import { Pacer } from './pacer.js';
import type { Platform } from './platform.js';
import { MAX_ATTEMPTS, retryAfterMs, retryDelayMs } from './retry-timing.js';

/** A KV namespace, and who may write it. */
export interface KvApiOptions {
  accountId: string;
  namespaceId: string;
  /** Of an API token with the permission “Workers KV Storage: Edit”. */
  apiToken: string;
  /** Cloudflare's by default. */
  baseUrl?: string;
  /** Between the beginnings of two requests; see `REQUEST_INTERVAL_MS`. */
  requestIntervalMs?: number;
}

export interface KvApiRequest {
  method: 'GET' | 'POST' | 'PUT';
  /** Below the namespace, such as `/bulk`; '' for the namespace itself. */
  path: string;
  query?: Readonly<Record<string, string>>;
  /** JSON. */
  body?: string;
}

const BASE_URL = 'https://api.cloudflare.com/client/v4';

const envelopeSchema = z.object({
  success: z.literal(true),
  result: z.unknown(),
  result_info: z.object({ cursor: z.string().optional() }).nullish(),
});

const refusalSchema = z.object({
  errors: z.array(z.object({ code: z.number(), message: z.string() })).min(1),
});

export type Envelope = z.output<typeof envelopeSchema>;

/** Requests of one namespace over Cloudflare's REST API: paced, retried, with typed errors. */
export class KvApi {
  readonly #address: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #platform: Platform;
  readonly #pacer: Pacer;

  constructor(options: KvApiOptions, platform: Platform) {
    const { accountId, namespaceId, apiToken, baseUrl = BASE_URL, requestIntervalMs } = options;
    const [account, namespace] = [accountId, namespaceId].map(encodeURIComponent);
    this.#address = `${baseUrl}/accounts/${account}/storage/kv/namespaces/${namespace}`;
    this.#headers = { Authorization: `Bearer ${apiToken}`, 'Content-Type': 'application/json' };
    this.#platform = platform;
    this.#pacer = new Pacer(requestIntervalMs ?? REQUEST_INTERVAL_MS, platform);
  }

  /**
   * The answer to a request, which may be made more than once: all that this adapter asks for does no harm twice.
   *
   * @throws KvApiError when it was refused, or failed to the end.
   */
  async request(request: KvApiRequest): Promise<Envelope> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#pacer.turn();
        return await this.#attempt(request);
      } catch (error) {
        await this.pauseAfter(error, attempt);
      }
    }
  }

  /** Waits before the next attempt. @throws the error itself where there is to be none. */
  async pauseAfter(error: unknown, attempt: number): Promise<void> {
    if (!(error instanceof KvApiError) || !error.retryable || attempt >= MAX_ATTEMPTS) throw error;
    const { random, sleep } = this.#platform;
    const delayMs = retryDelayMs({ attempt, retryAfterMs: error.retryAfterMs, random: random() });
    if (delayMs === null) throw error;
    await sleep(delayMs);
  }

  async #attempt({ method, path, query, body }: KvApiRequest): Promise<Envelope> {
    const url = `${this.#address}${path}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`;
    const what = `${method} ${url}`;
    let response: Response;
    let text: string;
    try {
      response = await this.#platform.fetch(url, {
        method,
        headers: this.#headers,
        redirect: 'error',
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        ...(body === undefined ? {} : { body }),
      });
      text = await response.text();
    } catch (cause) {
      throw new KvApiError('unreachable', `${what} failed: ${reasonOf(cause)}`, { cause });
    }
    const json = jsonOrNull(text);
    if (!response.ok) throw this.#refusal(what, response, json);
    const envelope = envelopeSchema.safeParse(json);
    if (envelope.success) return envelope.data;
    throw new KvApiError('unreadable', `${what} was answered ${response.status} with no answer of the API`, {
      status: response.status,
    });
  }

  #refusal(what: string, { status, headers }: Response, json: unknown): KvApiError {
    const { data } = refusalSchema.safeParse(json);
    const reasons = data?.errors.map(({ code, message }) => `${code} ${message}`).join('; ');
    return new KvApiError(
      codeOf(status),
      `${what} was answered ${status}${reasons === undefined ? '' : `: ${reasons}`}${adviceOf(status)}`,
      { status, retryAfterMs: retryAfterMs(headers.get('retry-after'), this.#platform.now()) },
    );
  }
}

function codeOf(status: number): KvApiError['code'] {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) return 'no_namespace';
  if (status === 429) return 'rate_limited';
  return status >= 500 || status === 408 ? 'unavailable' : 'rejected';
}

function adviceOf(status: number): string {
  if (status === 401 || status === 403)
    return '. The API token needs “Workers KV Storage: Edit” of this account.';
  if (status === 404) return '. Is that the id of the account, and of its namespace?';
  return '';
}

/** What `fetch` rejects with says “fetch failed”; why is in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return cause instanceof Error && cause.message !== '' ? `${message} (${cause.message})` : message;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
