import type { Platform } from './platform.js';

/** Keeps a distance between the beginnings of requests. */
export class Pacer {
  readonly #intervalMs: number;
  readonly #platform: Pick<Platform, 'now' | 'sleep'>;
  #nextAt = 0;

  constructor(intervalMs: number, platform: Pick<Platform, 'now' | 'sleep'>) {
    this.#intervalMs = intervalMs;
    this.#platform = platform;
  }

  /** Waits for the caller's turn; turns come in the order they were asked for. */
  async turn(): Promise<void> {
    const now = this.#platform.now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + this.#intervalMs;
    if (at > now) await this.#platform.sleep(at - now);
  }
}
