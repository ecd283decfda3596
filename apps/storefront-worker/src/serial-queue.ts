import type { WorkerClock } from './platform/clock.js';

/** How long a task may wait for its turn. */
export interface Patience {
  clock: WorkerClock;
  ms: number;
}

/** Runs tasks one at a time, in the order they came; one that fails does not stop the next. */
export class SerialQueue {
  #tail: Promise<unknown> = Promise.resolve();

  /** Gives the task's result or its error. */
  run<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#tail.then(task, task);
    this.#tail = result;
    return result;
  }

  /**
   * As `run`, for somebody who cannot wait for ever.
   *
   * @returns null when its turn did not come in time; the task never runs then.
   */
  async runWithin<Result>({ clock, ms }: Patience, task: () => Promise<Result>): Promise<Result | null> {
    const turn = new AbortController();
    let hasGone = false;
    const result = this.run(async () => {
      if (hasGone) return null;
      turn.abort();
      return task();
    });
    const patience = clock.sleep(ms, turn.signal).then(
      () => {
        hasGone = true;
        return null;
      },
      (error) => {
        if (turn.signal.aborted) return result;
        throw error;
      },
    );
    return Promise.race([result, patience]);
  }
}
