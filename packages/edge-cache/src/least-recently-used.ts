interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
}

/** Values by key up to a limit of bytes: when it is reached, the least recently used go first. */
export class LeastRecentlyUsed<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  #bytes = 0;

  /** @param maxBytes about how much memory the values may take; 0 holds none. */
  constructor(private readonly maxBytes: number) {}

  /** About how many bytes the values take now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The value under this key, which so becomes the one used last. */
  get(key: string): Value | null {
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** The value under this key; it does not count as used. */
  peek(key: string): Value | null {
    return this.#entries.get(key)?.value ?? null;
  }

  /**
   * Holds a value in place of the one there is. One that is larger than everything that may be held is not, and
   * nothing goes for it but the one it would have replaced.
   */
  set(key: string, value: Value, bytes: number): void {
    this.delete(key);
    if (bytes > this.maxBytes) return;
    this.#entries.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.maxBytes) return;
      this.delete(oldest);
    }
  }

  /** Forgets a value. */
  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }
}
