/** `lost` and `stalled` hit after the work was done: the order is placed, and the caller does not learn of it. */
export const FAULT_KINDS = [
  'status',
  'hang',
  'truncate',
  'html',
  'protocol_disabled',
  'reset',
  'lost',
  'stalled',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  /** Tested against path and query; every request when absent. */
  readonly match?: RegExp;
  readonly kind: FaultKind;
  /** For `status` (default 500), `html` (default 200) and `lost` (default: the connection is cut). */
  readonly status?: number;
  /** Seconds, sent as `Retry-After` with a `status` fault; Maho itself never sends it. */
  readonly retryAfter?: number;
  /** Between 0 and 1; 1 when absent. */
  readonly probability?: number;
  /** How many requests it hits before it is spent; endless when absent. */
  readonly times?: number;
}

/** What goes wrong, and when. The first fault in the list that matches a request hits it. */
export class FaultPlan {
  readonly #random: () => number;
  #faults: { readonly fault: Fault; left: number }[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  set(faults: readonly Fault[]): void {
    this.#faults = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault that hits a request, and spends it; undefined when the request goes through. */
  take(pathAndQuery: string): Fault | undefined {
    for (const entry of this.#faults) {
      if (entry.left <= 0 || entry.fault.match?.test(pathAndQuery) === false) continue;
      const probability = entry.fault.probability ?? 1;
      if (probability < 1 && this.#random() >= probability) continue;
      entry.left--;
      return entry.fault;
    }
    return undefined;
  }
}
