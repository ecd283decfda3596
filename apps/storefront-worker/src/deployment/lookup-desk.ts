import type { WorkerClock } from '../platform/clock.js';
import { TokenBucket } from './token-bucket.js';

/**
 * What a page asks the backend for: a product that the store's index knows and KV does not show yet, whatever may
 * live at a path that nothing else explains, or a search.
 */
export type LookupKind = 'product' | 'path' | 'search';

/** A look-up that may be made, to be ended by its id; or for how long none of the kind may. */
export type Admission = { id: string } | { retryAfterMs: number };

/**
 * Look-ups a minute, over the whole deployment. Strangers choose paths and searches, so these are what a shop can
 * bear, whoever asks: a merchant's own redirects are few, and 5 searches a second are a lot for a shop.
 * A product's is allowed by the index, which strangers do not choose.
 */
const A_MINUTE = { path: 60, search: 300 } as const;

/** A page waits this long for its turn. */
const PATIENCE_MS = 3_000;
const LOOK_AGAIN_MS = 25;
/** With so many before one, the turn would not come in time. */
const LONGEST_QUEUE = 30;
const BUSY_FOR_MS = 1_000;
/** A look-up that was not ended is over by then: two requests of 8 s, each repeated once. */
const LOOKUP_TTL_MS = 40_000;

/** Lets pages ask the backend: within a budget, and no more at a time than there are seats. */
export class LookupDesk {
  readonly #budgets: Readonly<Record<keyof typeof A_MINUTE, TokenBucket>>;
  /** Id → when it is over at the latest, epoch ms. */
  readonly #underWay = new Map<string, number>();
  #waiting = 0;

  constructor(
    private readonly clock: WorkerClock,
    /** How many look-ups may be under way now. */
    private readonly seats: () => number,
  ) {
    this.#budgets = {
      path: new TokenBucket(A_MINUTE.path, clock.now),
      search: new TokenBucket(A_MINUTE.search, clock.now),
    };
  }

  get underWay(): number {
    const now = this.clock.now();
    for (const [id, until] of this.#underWay) if (until <= now) this.#underWay.delete(id);
    return this.#underWay.size;
  }

  async admit(kind: LookupKind): Promise<Admission> {
    const emptyForMs = kind === 'product' ? 0 : this.#budgets[kind].take();
    if (emptyForMs > 0) return { retryAfterMs: emptyForMs };
    return (await this.#seat()) ?? { retryAfterMs: BUSY_FOR_MS };
  }

  end(id: string): void {
    this.#underWay.delete(id);
  }

  async #seat(): Promise<{ id: string } | null> {
    if (this.#waiting >= LONGEST_QUEUE) return null;
    const until = this.clock.now() + PATIENCE_MS;
    this.#waiting += 1;
    try {
      while (this.underWay >= this.seats()) {
        if (this.clock.now() >= until) return null;
        await this.clock.sleep(LOOK_AGAIN_MS);
      }
    } finally {
      this.#waiting -= 1;
    }
    const id = crypto.randomUUID();
    this.#underWay.set(id, this.clock.now() + LOOKUP_TTL_MS);
    return { id };
  }
}
