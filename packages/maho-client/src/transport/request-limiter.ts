/** A Worker has 6 connections per invocation, and the shop behind it a single region. */
export const DEFAULT_MAX_IN_FLIGHT = 6;

interface Waiter {
  readonly start: () => void;
}

/**
 * Lets at most `maxInFlight` tasks run at once and starts the others in the order they came.
 *
 * One limiter may be shared by any number of clients: it is the bound of a whole deployment.
 */
export class RequestLimiter {
  readonly maxInFlight: number;
  readonly #waiting: Waiter[] = [];
  #inFlight = 0;
  #highest = 0;

  /** @throws RangeError if the bound is not a whole number of at least 1. */
  constructor(maxInFlight: number = DEFAULT_MAX_IN_FLIGHT) {
    if (!Number.isInteger(maxInFlight) || maxInFlight < 1) {
      throw new RangeError(`maxInFlight must be a whole number of at least 1, got ${maxInFlight}`);
    }
    this.maxInFlight = maxInFlight;
  }

  /** Tasks that run now. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** The most tasks that ever ran at once. */
  get highest(): number {
    return this.#highest;
  }

  /** Tasks that wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Runs `task` when there is room, and gives its result or error.
   *
   * If `signal` aborts while it waits, the task never starts and the signal's reason is thrown.
   */
  async run<Result>(task: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted();
    await this.#acquire(signal);
    try {
      return await task();
    } finally {
      this.#release();
    }
  }

  #acquire(signal: AbortSignal | undefined): Promise<void> {
    if (this.#inFlight < this.maxInFlight) {
      this.#take();
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        start: () => {
          signal?.removeEventListener('abort', onAbort);
          this.#take();
          resolve();
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiting.push(waiter);
    });
  }

  #take(): void {
    this.#inFlight += 1;
    this.#highest = Math.max(this.#highest, this.#inFlight);
  }

  #release(): void {
    this.#inFlight -= 1;
    this.#waiting.shift()?.start();
  }
}
