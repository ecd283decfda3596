import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { HEAP_LIMIT_FLAG } from './heap-limit.ts';
import { STORE } from './store-sync-setup.ts';
import type { WorkerFiles } from './worker-files.ts';
import type { NotedStep } from './workflow-figures.ts';

const NAME = 'storefront';
const MEASURES = 'MEASURES';

/** The built Worker in the local runtime, with real KV and Durable Objects whose data lives in a folder. */
export class WorkerProcess {
  readonly #miniflare: Miniflare;
  readonly #folder: string;
  readonly #secret: string;

  private constructor(miniflare: Miniflare, folder: string, secret: string) {
    this.#miniflare = miniflare;
    this.#folder = folder;
    this.#secret = secret;
  }

  static async start(files: WorkerFiles, backendUrl: string, folder: string): Promise<WorkerProcess> {
    // Set from outside, to nothing for instance, it measures under other flags.
    process.env.MINIFLARE_WORKERD_V8_FLAGS ??= HEAP_LIMIT_FLAG;
    const secret = randomBytes(24).toString('hex');
    const options = convertV4MiniflareOptions({
      cf: false,
      inspectorPort: 0,
      log: new Log(LogLevel.ERROR),
      resourcePersistencePath: join(folder, 'state'),
      resourceTmpPath: join(folder, 'tmp'),
      workers: [
        {
          name: NAME,
          modules: [
            { type: 'ESModule', path: 'measured-worker.mjs', contents: files.entry },
            { type: 'ESModule', path: 'index.js', contents: files.script },
          ],
          compatibilityDate: files.compatibilityDate,
          kvNamespaces: ['CONTENT', MEASURES],
          workflows: { SYNC_WORKFLOW: { name: 'sync', className: 'MeasuredSyncWorkflow' } },
          durableObjects: {
            STORE_CATALOG: { className: 'StoreCatalog', useSQLite: true },
            DEPLOYMENT_PULSE: { className: 'DeploymentPulse', useSQLite: true },
          },
          bindings: {
            MAHO_API_URL: backendUrl,
            SYNC_SECRET: secret,
            STORES: JSON.stringify([{ code: STORE }]),
            ENVIRONMENT: 'production',
            PLAN: 'paid',
          },
        },
      ],
    });
    const miniflare = new Miniflare(options);
    await miniflare.ready;
    return new WorkerProcess(miniflare, folder, secret);
  }

  /** An authorized call; the answer's body as JSON. */
  async call(method: string, path: string, headers: Record<string, string> = {}): Promise<unknown> {
    const response = await this.#miniflare.dispatchFetch(`http://worker.test${path}`, {
      method,
      headers: { ...headers, Authorization: `Bearer ${this.#secret}` },
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    throw new Error(`${method} ${path} of the Worker was answered ${response.status}: ${text.slice(0, 500)}`);
  }

  /** The steps of all Workflows so far. */
  async notedSteps(): Promise<NotedStep[]> {
    const measures = await this.#miniflare.getKVNamespace(MEASURES, NAME);
    const steps: NotedStep[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await measures.list(cursor === undefined ? {} : { cursor });
      steps.push(...page.keys);
      if (page.list_complete) return steps;
      cursor = page.cursor;
    }
  }

  /** Where the Worker's isolate, which the Durable Objects share, can be inspected. */
  async inspectorUrl(): Promise<URL> {
    return new URL(`/core:user:${NAME}`, await this.#miniflare.getInspectorURL());
  }

  /** Ends the runtime; after it `catalogFile` may be opened. */
  async stop(): Promise<void> {
    await this.#miniflare.dispose();
  }

  /** The SQLite file of the store's `StoreCatalog`. */
  async catalogFile(): Promise<string> {
    const folder = join(this.#folder, 'state', 'do', `${NAME}-StoreCatalog`);
    const files = await readdir(folder);
    const [file, ...more] = files.filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
    if (file !== undefined && more.length === 0) return join(folder, file);
    throw new Error(`Expected the file of one Durable Object in ${folder}, found ${files.join(', ')}.`);
  }
}
