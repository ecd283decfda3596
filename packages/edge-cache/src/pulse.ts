/**
 * What a log knows of the publishes after some seq. Without reach anything may have changed; with it, `has(key)` says
 * whether that key did.
 */
export type Changes = { readonly reaches: false } | { readonly reaches: true; has(key: string): boolean };

/** The state of the data at one publish, with what its log remembers of the publishes before it. */
export interface Pulse {
  /** Equal for equal data. */
  readonly hash: string;
  /** Number of the publish; rises with each. */
  readonly seq: number;
  /** Epoch milliseconds of the latest log entry that stands for every key; null if there is none in the log. */
  readonly everythingAt: number | null;
  /** What changed after publish `seq`, up to this one. */
  changesSince(seq: number): Changes;
  /**
   * The fingerprint of the content that the log says this key has now: null if it was deleted, undefined if the log
   * does not name the key. Comparable with the fingerprints that a page records.
   */
  expects(key: string): string | null | undefined;
}

/**
 * Reads the present pulse of a store: null while nothing has been published or while it cannot be read. A
 * deployment with one set of data ignores the argument.
 */
export type GetPulse = (store: string) => Pulse | null | Promise<Pulse | null>;
