import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { HEAP_LIMIT_FLAG } from '../runtime/heap-limit.ts';
import { storefrontOptions } from '../runtime/storefront-options.ts';
import { WorkerApi } from '../runtime/worker-api.ts';
import type { WorkerFiles } from '../runtime/worker-files.ts';
import type { NotedStep } from './workflow-figures.ts';

const NAME = 'storefront';
const MEASURES = 'MEASURES';
/** Runs beside the bundle and notes what the bundle does not tell. */
const ENTRY = new URL('./measured-worker.mjs', import.meta.url);

/** The built Worker in the local runtime, with real KV and Durable Objects whose data lives in a folder. */
export class WorkerProcess {
  readonly api: WorkerApi;
  readonly #miniflare: Miniflare;
  readonly #folder: string;

  private constructor(miniflare: Miniflare, folder: string, secret: string) {
    this.#miniflare = miniflare;
    this.#folder = folder;
    this.api = new WorkerApi(miniflare, secret);
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
          ...storefrontOptions({ name: NAME, files, backendUrl, secret }),
          modules: [
            { type: 'ESModule', path: 'measured-worker.mjs', contents: await readFile(ENTRY, 'utf8') },
            { type: 'ESModule', path: 'index.js', contents: files.script },
          ],
          kvNamespaces: ['CONTENT', MEASURES],
          workflows: { SYNC_WORKFLOW: { name: 'sync', className: 'MeasuredSyncWorkflow' } },
        },
      ],
    });
    const miniflare = new Miniflare(options);
    await miniflare.ready;
    return new WorkerProcess(miniflare, folder, secret);
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
