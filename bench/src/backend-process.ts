import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What the backend counted since the last reset. */
export interface BackendCounts {
  requests: number;
  highestInFlight: number;
}

const stats = z.object({ total: z.number(), highestInFlight: z.number() });

const CLI = join(dirname(fileURLToPath(import.meta.resolve('@maho-storefront/demo-backend'))), 'cli.js');
const READY_LINE = /^Demo backend at (http\S+)$/;

/** The stand-in for the shop, in a process of its own, so that its memory and time are not the sync's. */
export class BackendProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** Starts a shop with one store view `en` on a free port; the same size gives the same shop. */
  static async start(products: number): Promise<BackendProcess> {
    const flags = ['--port', '0', '--products', String(products), '--stores', '1'];
    const child = spawn(process.execPath, [CLI, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
    process.once('exit', () => child.kill());
    for await (const line of createInterface({ input: child.stdout })) {
      const url = READY_LINE.exec(line)?.[1];
      if (url !== undefined) return new BackendProcess(child, url);
    }
    throw new Error(`The demo backend (${CLI}) ended before it listened: see its message above.`);
  }

  async setLatency(ms: number): Promise<void> {
    await this.#control('PUT', 'latency', { ms });
  }

  async resetCounts(): Promise<void> {
    await this.#control('POST', 'stats/reset');
  }

  async counts(): Promise<BackendCounts> {
    const { total, highestInFlight } = stats.parse(await this.#control('GET', 'stats'));
    return { requests: total, highestInFlight };
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill();
    await exit;
  }

  async #control(method: string, name: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}/_control/${name}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response.json();
    throw new Error(`${method} /_control/${name} of the demo backend was answered ${response.status}.`);
  }
}
