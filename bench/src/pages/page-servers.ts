import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import type { Server } from '../load/keep-alive-connection.ts';
import { HEAP_LIMIT_FLAG } from '../runtime/heap-limit.ts';
import { storefrontOptions, type WorkerOptions } from '../runtime/storefront-options.ts';
import { withObjectsOf } from '../runtime/with-objects-of.ts';
import { WorkerApi } from '../runtime/worker-api.ts';
import type { WorkerFiles } from '../runtime/worker-files.ts';
import {
  BARE_KV_WORKER,
  BARE_MATCH_WORKER,
  BARE_MISS_WORKER,
  BARE_PAGE_WORKER,
  TRIVIAL_WORKER,
} from './bare-workers.ts';

/** Address of the store whose pages are measured. */
const STORE_HOST = 'shop.example';
const STOREFRONT = 'storefront';
/** The same Worker with nothing in its isolate's memory. */
const FORGETFUL = 'storefront-without-memory';
const TRIVIAL = 'trivial';
const BARE_MATCH = 'bare-match';
const BARE_PAGE = 'bare-page';
const BARE_KV = 'bare-kv';
const BARE_MISS = 'bare-miss';

/** How long an isolate believes a pulse: the Worker's default. */
export const PULSE_MEMO_MS = 2_000;

export interface ServerAddresses {
  storefront: Server;
  /** The storefront without an isolate's memory. */
  forgetful: Server;
  trivial: Server;
  bareMatch: Server;
  barePage: Server;
  bareKv: Server;
  bareMiss: Server;
}

/** All Workers of the benchmark in one runtime, with one KV and one cache between them. */
export class PageServers {
  readonly api: WorkerApi;
  readonly #miniflare: Miniflare;

  private constructor(miniflare: Miniflare, secret: string) {
    this.#miniflare = miniflare;
    this.api = new WorkerApi(miniflare, secret);
  }

  static async start(files: WorkerFiles, backendUrl: string, folder: string): Promise<PageServers> {
    process.env.MINIFLARE_WORKERD_V8_FLAGS ??= HEAP_LIMIT_FLAG;
    const secret = randomBytes(24).toString('hex');
    const storefront = (name: string, variables: Record<string, string>) =>
      storefrontOptions({
        ...{ name, files, backendUrl, secret, storeUrl: `http://${STORE_HOST}` },
        variables: { PULSE_MEMO_MS: String(PULSE_MEMO_MS), ...variables },
      });
    const bare = (name: string, script: string): WorkerOptions => ({
      ...{ name, script, modules: true, compatibilityDate: files.compatibilityDate },
      kvNamespaces: ['CONTENT'],
    });
    const workers = [
      storefront(STOREFRONT, {}),
      withObjectsOf(STOREFRONT, storefront(FORGETFUL, { PAGE_MEMORY_MB: '0' })),
      bare(TRIVIAL, TRIVIAL_WORKER),
      bare(BARE_MATCH, BARE_MATCH_WORKER),
      bare(BARE_PAGE, BARE_PAGE_WORKER),
      bare(BARE_KV, BARE_KV_WORKER),
      bare(BARE_MISS, BARE_MISS_WORKER),
    ];
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        cf: false,
        log: new Log(LogLevel.ERROR),
        resourcePersistencePath: join(folder, 'state'),
        resourceTmpPath: join(folder, 'tmp'),
        // Past the local runtime's own router, which would be measured in every case.
        workers: workers.map((worker) => ({
          ...worker,
          unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
        })),
      }),
    );
    await miniflare.ready;
    return new PageServers(miniflare, secret);
  }

  async stop(): Promise<void> {
    await this.#miniflare.dispose();
  }

  /** Where each Worker listens. */
  async addresses(): Promise<ServerAddresses> {
    return {
      storefront: await this.#server(STOREFRONT, STORE_HOST),
      forgetful: await this.#server(FORGETFUL, STORE_HOST),
      trivial: await this.#server(TRIVIAL),
      bareMatch: await this.#server(BARE_MATCH),
      barePage: await this.#server(BARE_PAGE),
      bareKv: await this.#server(BARE_KV),
      bareMiss: await this.#server(BARE_MISS),
    };
  }

  /** The HTML of a page. @throws Error for any status but 200. */
  async page(address: string): Promise<string> {
    const response = await this.#miniflare.dispatchFetch(`http://${STORE_HOST}${address}`);
    if (response.status !== 200) throw new Error(`GET ${address} was answered ${response.status}.`);
    return response.text();
  }

  /** Keeps a page where the bare match and the bare page find it under the same address. */
  async putBare(address: string, text: string): Promise<void> {
    for (const name of [BARE_MATCH, BARE_PAGE]) {
      const url = new URL(address, await this.#miniflare.unsafeGetDirectURL(name));
      const response = await fetch(url, { method: 'PUT', body: text });
      if (!response.ok) throw new Error(`PUT ${url} was answered ${response.status}.`);
      await response.body?.cancel();
    }
  }

  async #server(name: string, host?: string): Promise<Server> {
    const url = await this.#miniflare.unsafeGetDirectURL(name);
    return { port: Number(url.port), host: host ?? url.host };
  }
}
