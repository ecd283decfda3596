import { setImmediate as nextTurn } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';

const SAMPLE_EVERY_MS = 50;

/**
 * Watches this process's heap: what V8 has allocated plus the buffers that hang on it. SQLite's own cache is
 * neither. Needs `node --expose-gc`.
 */
export class HeapWatch {
  #baseline: number;
  #peak: number;
  #retained: number;
  #pausedMs = 0;
  readonly #gc: NodeJS.GCFunction;
  readonly #timer: NodeJS.Timeout;

  private constructor(gc: NodeJS.GCFunction) {
    this.#gc = gc;
    this.#baseline = usedBytes();
    this.#peak = this.#baseline;
    this.#retained = this.#baseline;
    this.#timer = setInterval(() => this.#sample(), SAMPLE_EVERY_MS);
  }

  /** Collects garbage, takes what is left as the baseline and begins to sample. */
  static async start(): Promise<HeapWatch> {
    const { gc } = globalThis;
    if (gc === undefined) throw new Error('The heap can only be measured under node --expose-gc.');
    await collectTwice(gc);
    return new HeapWatch(gc);
  }

  /** Bytes above the baseline: highest sample, garbage included. */
  get peakBytes(): number {
    return this.#peak - this.#baseline;
  }

  /** Bytes above the baseline: highest after a collection. */
  get retainedBytes(): number {
    return this.#retained - this.#baseline;
  }

  /** Time spent in forced collections. */
  get pausedMs(): number {
    return this.#pausedMs;
  }

  /** Samples, then collects garbage and looks at what is left. */
  async collect(): Promise<void> {
    this.#sample();
    const begin = performance.now();
    await collectTwice(this.#gc);
    this.#pausedMs += performance.now() - begin;
    this.#retained = Math.max(this.#retained, usedBytes());
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sample(): void {
    this.#peak = Math.max(this.#peak, usedBytes());
  }
}

/** Buffers whose owners the first collection finds dead are given back in the turn after it. */
async function collectTwice(gc: NodeJS.GCFunction): Promise<void> {
  gc();
  await nextTurn();
  gc();
}

function usedBytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}
