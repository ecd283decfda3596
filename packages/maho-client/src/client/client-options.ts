import { errorFromResponse } from '../errors/error-from-response.js';
import { abortableSleep, type Sleep } from '../transport/abortable-sleep.js';
import { apiBaseUrl } from '../transport/base-url.js';
import type { FetchLike } from '../transport/json-attempt.js';
import type { RequestEvent, TransportSettings } from '../transport/json-transport.js';
import { requestHeaders } from '../transport/request-headers.js';
import { RequestLimiter } from '../transport/request-limiter.js';

/** A cold page of 100 products takes about 2 s on an idle shop; a busy one gets ten times that. */
export const DEFAULT_TIMEOUT_MS = 20_000;

/** With the back-off, 2 s at most: enough for a PHP-FPM reload, not for an outage. */
export const DEFAULT_RETRIES = 3;

/** What a `MahoApiClient` is made of. Only `baseUrl` is needed. */
export interface MahoApiClientOptions {
  /** The shop (`https://shop.example`) or its API (`…/api/rest/v2`); a trailing slash does no harm. */
  readonly baseUrl: string;
  /** Store-view code; without one the backend answers for its default store view. */
  readonly storeCode?: string | undefined;
  /** The platform's `fetch` by default. */
  readonly fetch?: FetchLike | undefined;
  readonly sleep?: Sleep | undefined;
  /** A number in [0, 1), for the jitter of retries. */
  readonly random?: (() => number) | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: (() => number) | undefined;
  /** For one attempt, body included. 20,000 by default. */
  readonly timeoutMs?: number | undefined;
  /** Repetitions after the first attempt. 3 by default. */
  readonly retries?: number | undefined;
  /** Share one among clients to bound them together; by default a client has its own, of 6. */
  readonly limiter?: RequestLimiter | undefined;
  /** `user:password` of the web server in front of the shop. */
  readonly basicAuth?: string | undefined;
  /** Sent as `X-Worker-Auth`. */
  readonly workerAuth?: string | undefined;
  readonly userAgent?: string | undefined;
  /** Told after each attempt. What it throws, the request throws. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
}

/**
 * Checks the options and fills in the defaults. Globals are read here, not when the module loads.
 *
 * @throws TypeError or RangeError that names the option and what it must be.
 */
export function transportSettings(options: MahoApiClientOptions): TransportSettings {
  return {
    baseUrl: apiBaseUrl(options.baseUrl),
    storeCode: checkedStoreCode(options.storeCode),
    headers: requestHeaders(options),
    timeoutMs: atLeast(1, 'timeoutMs', options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
    retries: atLeast(0, 'retries', options.retries ?? DEFAULT_RETRIES),
    limiter: options.limiter ?? new RequestLimiter(),
    errorFrom: errorFromResponse,
    fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
    sleep: options.sleep ?? abortableSleep,
    random: options.random ?? (() => Math.random()),
    now: options.now ?? (() => Date.now()),
    onRequest: options.onRequest ?? (() => undefined),
  };
}

/** An empty code would be sent as none, and the default store's data kept as another store's. */
function checkedStoreCode(code: string | undefined): string | undefined {
  if (code === undefined || /^[\w-]+$/.test(code)) return code;
  throw new TypeError(`storeCode must be letters, digits, "_" or "-", got "${code}"`);
}

function atLeast(least: number, name: string, value: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new RangeError(`${name} must be a whole number of at least ${least}, got ${value}`);
}
