import { setTimeout as sleep } from 'node:timers/promises';
import type { IsolateInspector } from './isolate-inspector.ts';

const SAMPLE_EVERY_MS = 50;

/** Watches an isolate's heap from outside while it works. */
export class IsolateHeapWatch {
  readonly #inspector: IsolateInspector;
  readonly #enter: () => Promise<unknown>;
  readonly #baseline: number;
  readonly #end = new AbortController();
  readonly #sampling: Promise<void>;
  #peak: number;

  private constructor(inspector: IsolateInspector, enter: () => Promise<unknown>, baseline: number) {
    this.#inspector = inspector;
    this.#enter = enter;
    this.#baseline = baseline;
    this.#peak = baseline;
    this.#sampling = this.#keepSampling();
  }

  /**
   * Collects garbage, takes what is left as the baseline and begins to sample.
   *
   * @param enter sends the isolate a small request.
   */
  static async start(inspector: IsolateInspector, enter: () => Promise<unknown>): Promise<IsolateHeapWatch> {
    await inspector.collectGarbage(enter);
    return new IsolateHeapWatch(inspector, enter, await inspector.usedBytes());
  }

  /** @returns bytes above the baseline: the highest sample, and what a collection leaves at the end. */
  async stop(): Promise<{ peakBytes: number; retainedBytes: number }> {
    this.#end.abort();
    await this.#sampling;
    await this.#inspector.collectGarbage(this.#enter);
    const left = await this.#inspector.usedBytes();
    return { peakBytes: this.#peak - this.#baseline, retainedBytes: Math.max(0, left - this.#baseline) };
  }

  async #keepSampling(): Promise<void> {
    while (!this.#end.signal.aborted) {
      this.#peak = Math.max(this.#peak, await this.#inspector.usedBytes());
      await sleep(SAMPLE_EVERY_MS);
    }
  }
}
