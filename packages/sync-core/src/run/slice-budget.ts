import type { SyncLimits } from '../limits.js';
import type { Clock } from '../ports/clock.js';

/** What a piece of work may use at the most. */
export interface SliceCost {
  kvOperations: number;
  requests: number;
}

/** KV operations kept back for publishing: the pulse, and the read of an older one. */
const KV_RESERVE = 4;

/** What is left of a slice. */
export class SliceBudget {
  kvOperations = 0;
  requests = 0;
  private readonly endsAt: number;
  private hasBegun = false;

  /** @param isAwaited whether another run waits for this slice to end. */
  constructor(
    private readonly limits: SyncLimits,
    private readonly clock: Clock,
    private readonly isAwaited: () => boolean = () => false,
  ) {
    this.endsAt = clock.now() + limits.sliceMs;
  }

  /** Whether work of that cost may still begin in this slice; the first always may, so a slice gets on. */
  allows(cost: SliceCost): boolean {
    if (!this.hasBegun) {
      this.hasBegun = true;
      return true;
    }
    if (this.clock.now() >= this.endsAt || this.isAwaited()) return false;
    return this.kvLeft >= cost.kvOperations && this.requestsLeft >= cost.requests;
  }

  get kvLeft(): number {
    return this.limits.kvOperationsPerSlice - KV_RESERVE - this.kvOperations;
  }

  get requestsLeft(): number {
    return this.limits.backendRequestsPerSlice - this.requests;
  }
}
