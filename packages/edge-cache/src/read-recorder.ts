/** A key that a page read, with the fingerprint of the content it saw, or null where it found nothing. */
export type PageRead = readonly [key: string, fingerprint: string | null];

/** Takes down what a page reads while it is rendered. */
export class ReadRecorder {
  readonly #seen = new Map<string, string | null>();
  #torn = false;

  /**
   * Tells that the page read this key.
   * @param fingerprint of the content it saw, in the form that the pulse's `expects` gives; null for a miss
   */
  read(key: string, fingerprint: string | null): void {
    const before = this.#seen.get(key);
    if (before !== undefined && before !== fingerprint) this.#torn = true;
    this.#seen.set(key, fingerprint);
  }

  /** Whether one key was read twice with different content, so that the page may not fit together. */
  get torn(): boolean {
    return this.#torn;
  }

  /** Every key once, in the order of the first reads. */
  get reads(): PageRead[] {
    return [...this.#seen];
  }
}
