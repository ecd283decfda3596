const MINUTE_MS = 60_000;

/**
 * A budget that fills up again evenly: what is left of one minute may be used at once in the next, but no more than a
 * minute's worth. It is counted in time, by the generic cell rate algorithm (ITU-T I.371), so nothing is rounded.
 */
export class TokenBucket {
  readonly #oneMs: number;
  /** When it is full again if nothing more is taken, epoch ms. */
  #fullAt = 0;

  /** @param perMinute a divisor of 60,000. */
  constructor(
    perMinute: number,
    private readonly now: () => number,
  ) {
    this.#oneMs = MINUTE_MS / perMinute;
  }

  /** Takes one. @returns 0, or for how many milliseconds there is none. */
  take(): number {
    const now = this.now();
    // A clock that was set back must not leave it empty for longer than a minute.
    const usedMs = Math.min(MINUTE_MS, Math.max(0, this.#fullAt - now)) + this.#oneMs;
    if (usedMs > MINUTE_MS) return usedMs - MINUTE_MS;
    this.#fullAt = now + usedMs;
    return 0;
  }
}
