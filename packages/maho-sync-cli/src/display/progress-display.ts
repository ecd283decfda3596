import type { Progress } from '../deployment/answers.js';
import type { Output } from '../terminal.js';
import { readableCount } from './readable.js';

const BAR_WIDTH = 24;
/** Where nobody sees a line move, one is written when the stage changes, and this often. */
const PLAIN_LINE_EVERY_MS = 10_000;
const CLEAR_TO_END = '\u001b[K';

/** Shows how far a sync is: a bar that moves on a terminal, a line now and then elsewhere. */
export class ProgressDisplay {
  readonly #output: Output;
  readonly #now: () => number;
  #plain = { what: '', at: 0 };
  #isBarShown = false;

  constructor(output: Output, now: () => number) {
    this.#output = output;
    this.#now = now;
  }

  show(progress: Progress): void {
    if (this.#output.isTTY) this.#showBar(progress);
    else this.#showLine(progress);
  }

  /** Leaves the last state of the bar behind. */
  end(): void {
    if (this.#isBarShown) this.#output.write('\n');
    this.#isBarShown = false;
  }

  #showBar(progress: Progress): void {
    const { listed, inKv } = progress.products;
    const filled = Math.round(BAR_WIDTH * Math.min(1, inKv / Math.max(1, listed)));
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}]`;
    const line = `${bar} ${products(progress)}  ${whereItIs(progress)}`;
    this.#output.write(`\r${line.slice(0, this.#output.columns - 1)}${CLEAR_TO_END}`);
    this.#isBarShown = true;
  }

  #showLine(progress: Progress): void {
    const what = whereItIs(progress).replace(/, \d.*/, '');
    const now = this.#now();
    if (what === this.#plain.what && now - this.#plain.at < PLAIN_LINE_EVERY_MS) return;
    this.#plain = { what, at: now };
    this.#output.write(`${products(progress)}  ${whereItIs(progress)}\n`);
  }
}

function products({ products: { listed, inKv } }: Progress): string {
  return `${readableCount(inKv)} of ${readableCount(listed)} products`;
}

/** Store and stage, and what was done so far in all stores. */
function whereItIs({ stores }: Progress): string {
  const active = stores.find(({ state }) => state === 'running');
  const where = active === undefined ? 'waiting' : `${active.code}: ${active.stage ?? 'begins'}`;
  const written = stores.reduce((sum, store) => sum + store.written, 0);
  const failed = stores.reduce((sum, store) => sum + store.failed, 0);
  return `${where}, ${readableCount(written)} written${failed === 0 ? '' : `, ${readableCount(failed)} failed`}`;
}
