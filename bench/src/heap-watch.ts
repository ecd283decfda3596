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
  readonly #collect: () => void;
  readonly #timer: NodeJS.Timeout;

  private constructor(collect: () => void) {
    this.#collect = collect;
    collect();
    this.#baseline = usedBytes();
    this.#peak = this.#baseline;
    this.#retained = this.#baseline;
    this.#timer = setInterval(() => this.#sample(), SAMPLE_EVERY_MS);
  }

  /** Collects garbage, takes what is left as the baseline and begins to sample. */
  static start(): HeapWatch {
    const { gc } = globalThis;
    if (gc === undefined) throw new Error('The heap can only be measured under node --expose-gc.');
    return new HeapWatch(() => void gc());
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
  collect(): void {
    this.#sample();
    const begin = performance.now();
    this.#collect();
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

function usedBytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}
