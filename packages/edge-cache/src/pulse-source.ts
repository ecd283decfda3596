/** The state of the data: `hash` is equal if and only if the data is, `seq` rises by one with each publish. */
export interface Pulse {
  hash: string;
  seq: number;
}

/** All that the cache needs to know of the data behind the pages; where it comes from is the caller's business. */
export interface PulseSource {
  /** The present pulse, or null while nothing has been published. */
  getPulse(): Promise<Pulse | null>;
}
