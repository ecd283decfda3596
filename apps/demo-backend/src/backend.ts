import type { Catalogue } from './catalogue/catalogue.js';
import type { Clock } from './clock.js';
import { type Fault, FaultPlan } from './faults/fault-plan.js';
import { ConnectionReset, faultResponse } from './faults/fault-response.js';
import { API_PREFIX, createApiHandler } from './http/api-handler.js';
import { CONTROL_PREFIX, handleControl } from './http/control.js';
import { jsonResponse } from './http/json-response.js';
import { serve } from './http/node-server.js';
import { ResponseCaches } from './http/response-caches.js';
import { mediaResponse } from './images/media-response.js';
import { Shop } from './shop/shop.js';
import type { ShopSettings } from './shop/shop-settings.js';
import { RequestStats } from './stats/request-stats.js';

export interface DemoBackendOptions {
  readonly catalogue: Catalogue;
  /** How long items and listing pages are cached on the server; 0 (default) is off, 300 is Maho's. */
  readonly itemCacheSeconds?: number;
  /** Added to every API answer. Default 0. */
  readonly latencyMs?: number;
  /** What the merchant has set up, where it is to differ from the defaults. */
  readonly shop?: Partial<ShopSettings>;
  readonly now?: Clock;
  /** Between 0 and 1; decides faults with a probability. */
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
}

export interface DemoBackend {
  /** Answers a request; `signal` ends a hanging one, the request's own by default. */
  handle(request: Request, signal?: AbortSignal): Promise<Response>;
  /** `handle` in the shape of the global fetch, errors included. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly catalogue: Catalogue;
  /** Carts, orders, customers and all that shopping changes. */
  readonly shop: Shop;
  readonly stats: RequestStats;
  readonly faults: FaultPlan;
}

export interface RunningDemoBackend extends DemoBackend {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  close(): Promise<void>;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * A Maho backend without a server: give its `fetch` to what should talk to it.
 * The catalogue takes over the backend's clock, so that edits and answers agree on the time.
 */
export function createDemoBackend(options: DemoBackendOptions): DemoBackend {
  const { catalogue, now = Date.now, random = Math.random, sleep = wait } = options;
  catalogue.clock = now;
  const caches = new ResponseCaches(catalogue, now, options.itemCacheSeconds ?? 0);
  const stats = new RequestStats();
  const faults = new FaultPlan(random);
  const latency = { ms: options.latencyMs ?? 0 };
  const shop = new Shop(catalogue, now, options.shop);
  const answerApi = createApiHandler({ catalogue, caches, shop, now });

  const handleApi = async (
    request: Request,
    pathAndQuery: string,
    signal: AbortSignal,
  ): Promise<Response> => {
    const startedAt = now();
    stats.begin();
    let route = 'faulted';
    let status = 0;
    try {
      if (latency.ms > 0) await sleep(latency.ms);
      const fault: Fault | undefined = faults.take(pathAndQuery);
      const answer = async () => {
        const routed = await answerApi(request);
        route = routed.route;
        return routed.response;
      };
      const response = fault === undefined ? await answer() : await faultResponse(fault, signal, answer);
      status = response.status;
      return response;
    } finally {
      const clientAddress = request.headers.get('X-Forwarded-For');
      stats.end({
        method: request.method,
        url: pathAndQuery,
        route,
        status,
        durationMs: now() - startedAt,
        ...(clientAddress === null ? {} : { clientAddress }),
      });
    }
  };

  const handle = async (request: Request, signal: AbortSignal = request.signal): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    if (pathname === API_PREFIX || pathname.startsWith(`${API_PREFIX}/`))
      return handleApi(request, pathname + search, signal);
    if (pathname.startsWith(CONTROL_PREFIX)) {
      return handleControl({ catalogue, shop, stats, faults, caches, latency }, request);
    }
    return (
      mediaResponse(catalogue, pathname) ?? jsonResponse(404, { error: 'not_found', message: 'Not Found' })
    );
  };

  const fetchLike: DemoBackend['fetch'] = async (input, init) => {
    try {
      // The caller's own signal: Node's Request only follows it as long as nobody collects the link between them.
      return await handle(new Request(input, init), init?.signal ?? undefined);
    } catch (error) {
      if (error instanceof ConnectionReset) throw new TypeError('fetch failed', { cause: error });
      throw error;
    }
  };
  return { handle, fetch: fetchLike, catalogue, shop, stats, faults };
}

/** The same behind a server on 127.0.0.1. Port 0 (default) takes a free one. */
export async function startDemoBackend(
  options: DemoBackendOptions & { readonly port?: number; readonly onError?: (error: unknown) => void },
): Promise<RunningDemoBackend> {
  const backend = createDemoBackend(options);
  const report = options.onError ?? ((error) => process.stderr.write(`demo backend: ${String(error)}\n`));
  const server = await serve(backend.handle, options.port ?? 0, report);
  return { ...backend, url: server.url, close: server.close };
}
