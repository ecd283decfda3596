import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { BackendControl } from './backend-control.ts';

const CLI = join(dirname(fileURLToPath(import.meta.resolve('@maho-storefront/demo-backend'))), 'cli.js');
const READY_LINE = /^Demo backend at (http\S+)$/;

/** The stand-in for the shop, in a process of its own, so that its memory and time are not the sync's. */
export class BackendProcess extends BackendControl {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    super(url);
    this.#child = child;
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

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill();
    await exit;
  }
}
