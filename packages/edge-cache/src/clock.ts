/** Where the time comes from; a test brings its own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/**
 * Keeps work alive after the answer has gone out, for example `waitUntil` of a Worker. The promise it is given never
 * rejects.
 */
export type Defer = (work: Promise<void>) => void;
