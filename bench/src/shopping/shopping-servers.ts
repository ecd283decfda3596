import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import type { Server } from '../load/keep-alive-connection.ts';
import { HEAP_LIMIT_FLAG } from '../runtime/heap-limit.ts';
import { storefrontOptions, type WorkerOptions } from '../runtime/storefront-options.ts';
import { withObjectsOf } from '../runtime/with-objects-of.ts';
import { WorkerApi } from '../runtime/worker-api.ts';
import type { WorkerFiles } from '../runtime/worker-files.ts';
import { BackendRecorder } from './backend-recorder.ts';
import { KV_READ_WORKER } from './kv-read-worker.ts';

const STORE_HOST = 'shop.example';
const STOREFRONT = 'storefront';
/** The same Worker over the same catalogue, whose requests are taken down: that costs time, so nothing of it is measured. */
const RECORDED = 'storefront-recorded';

const KV_READ = 'kv-read';

/** The objects that know the catalogue. The one that places orders asks the backend, so it is recorded too. */
const CATALOGUE_OBJECTS = ['STORE_CATALOG', 'DEPLOYMENT_PULSE'];

/** The storefront twice in one runtime, and a Worker that only reads from KV. */
export class ShoppingServers {
  readonly api: WorkerApi;
  readonly recorder: BackendRecorder;
  readonly #miniflare: Miniflare;

  private constructor(miniflare: Miniflare, secret: string, recorder: BackendRecorder) {
    this.#miniflare = miniflare;
    this.recorder = recorder;
    this.api = new WorkerApi(miniflare, secret);
  }

  static async start(files: WorkerFiles, backendUrl: string, folder: string): Promise<ShoppingServers> {
    process.env.MINIFLARE_WORKERD_V8_FLAGS ??= HEAP_LIMIT_FLAG;
    const secret = randomBytes(24).toString('hex');
    const recorder = new BackendRecorder();
    const storefront = (name: string) =>
      storefrontOptions({ name, files, backendUrl, secret, storeUrl: `http://${STORE_HOST}` });
    const recorded = withObjectsOf(STOREFRONT, storefront(RECORDED), CATALOGUE_OBJECTS);
    const workers: WorkerOptions[] = [
      storefront(STOREFRONT),
      { ...recorded, outboundService: recorder.outbound },
      {
        ...{ name: KV_READ, script: KV_READ_WORKER, modules: true },
        ...{ compatibilityDate: files.compatibilityDate, kvNamespaces: ['CONTENT'] },
      },
    ];
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        cf: false,
        log: new Log(LogLevel.ERROR),
        resourcePersistencePath: join(folder, 'state'),
        resourceTmpPath: join(folder, 'tmp'),
        // Past the local runtime's own router, which would be measured as well.
        workers: workers.map((worker) => ({
          ...worker,
          unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
        })),
      }),
    );
    await miniflare.ready;
    return new ShoppingServers(miniflare, secret, recorder);
  }

  async stop(): Promise<void> {
    await this.#miniflare.dispose();
  }

  storefront(): Promise<Server> {
    return this.#server(STOREFRONT);
  }

  recorded(): Promise<Server> {
    return this.#server(RECORDED);
  }

  kvRead(): Promise<Server> {
    return this.#server(KV_READ);
  }

  async #server(name: string): Promise<Server> {
    const url = await this.#miniflare.unsafeGetDirectURL(name);
    return { port: Number(url.port), host: STORE_HOST };
  }
}
