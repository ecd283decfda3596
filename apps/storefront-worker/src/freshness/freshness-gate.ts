/**
 * What an isolate knows of stores in which visitors may cause no look at the moment, so that a flood of requests is no
 * flood of questions to their catalogues.
 */
export class FreshnessGate {
  /** Store → until when, epoch ms. */
  readonly #closedUntil = new Map<string, number>();

  /** @param now epoch ms. */
  constructor(private readonly now: () => number) {}

  /** For how long a store's is closed still, ms; 0 if it is open. */
  closedForMs(store: string): number {
    return Math.max(0, (this.#closedUntil.get(store) ?? 0) - this.now());
  }

  close(store: string, ms: number): void {
    this.#closedUntil.set(store, this.now() + ms);
  }
}
