import { RequestLimiter } from '@maho-storefront/maho-client';
import { BACKEND_PERMITS } from './permit-ledger.js';

/** A limiter whose bound is that of the present lease; none may be at work when it changes. */
export class LeasedLimiter extends RequestLimiter {
  #present = new RequestLimiter(BACKEND_PERMITS);

  /** @param granted permits of the lease that begins. */
  allow(granted: number): void {
    this.#present = new RequestLimiter(granted);
  }

  override run<Result>(task: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    return this.#present.run(task, signal);
  }
}
