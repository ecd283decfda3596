/** A mistake that somebody could make in the cache, as a change of its source. */
export interface Mutant {
  /** Below `src`. */
  file: string;
  /** What the cache would do wrong. */
  mistake: string;
  /** Text that stands in the file once, and what stands there instead. */
  change: readonly [from: string, to: string];
  /** Why no test can catch it: it changes nothing that anybody could see. */
  equivalent?: string;
}
