import { NO_SWITCHES, type PageEntity, type RunRecord, type RunRequest } from '@maho-storefront/sync-core';
import { TokenBucket } from '../deployment/token-bucket.js';

/** What became of a visitor's doubt whether a page is still true. */
export type Freshness =
  /** No product or category of the store lives there. */
  | { kind: 'unknown' }
  /** The backend was asked not long ago; `lookedAt` in epoch ms. */
  | { kind: 'recent'; entity: EntityName; lookedAt: number }
  /** It is going to be asked, because of an earlier request. */
  | { kind: 'awaited'; entity: EntityName }
  /** It is going to be asked by this run, which is made or shared. */
  | { kind: 'begun'; entity: EntityName; runId: string }
  /** Too much was asked for. */
  | { kind: 'refused'; retryAfterMs: number };

export type EntityName = Pick<PageEntity, 'type' | 'id'>;

/** A store's sync, as far as doubts go. */
export interface DoubtedSync {
  pageEntityAt(path: string): PageEntity | null;
  request(request: RunRequest): { id: string };
  history(limit: number): Pick<RunRecord, 'state' | 'finishedAt'>[];
}

/**
 * Looks a minute in one store that visitors may cause. A look is a by-id run, of about three requests to the backend,
 * so this is at most as much as its pages may ask for unknown paths.
 */
const LOOKS_A_MINUTE = 20;

/** The backend answers from a cache of 300 s: who asks again sooner mostly hears the same. */
const PAUSE_MS = 300_000;

/** After a sync that failed, the backend may need a rest: as long as the store's own due work waits then. */
const REST_MS = 60_000;

/** Has pages looked at again for visitors: each thing once in five minutes, whoever asks, and only so many a minute. */
export class FreshnessDesk {
  readonly #budget: TokenBucket;
  /** `type:id` → when a look was begun, epoch ms; as long as the pause. The index knows when one succeeded. */
  readonly #begun = new Map<string, number>();

  /** @param now epoch ms. */
  constructor(private readonly now: () => number) {
    this.#budget = new TokenBucket(LOOKS_A_MINUTE, now);
  }

  /** @param path without slashes at its ends. */
  ask(sync: DoubtedSync, path: string): Freshness {
    const found = sync.pageEntityAt(path);
    if (found === null) return { kind: 'unknown' };
    const { type, id, isAwaited } = found;
    const entity = { type, id };
    if (isAwaited) return { kind: 'awaited', entity };
    const lookedAt = Math.max(found.lookedAt, this.#begunAt(entity));
    if (this.now() - lookedAt < PAUSE_MS) return { kind: 'recent', entity, lookedAt };
    const closedForMs = this.#restForMs(sync) || this.#budget.take();
    if (closedForMs > 0) return { kind: 'refused', retryAfterMs: closedForMs };
    const run = sync.request(lookAt(entity));
    this.#begun.set(nameOf(entity), this.now());
    return { kind: 'begun', entity, runId: run.id };
  }

  #restForMs(sync: DoubtedSync): number {
    const [last] = sync.history(1);
    return last?.state === 'failed' ? Math.max(0, last.finishedAt + REST_MS - this.now()) : 0;
  }

  #begunAt(entity: EntityName): number {
    const forgotten = this.now() - PAUSE_MS;
    for (const [name, at] of this.#begun) if (at <= forgotten) this.#begun.delete(name);
    return this.#begun.get(nameOf(entity)) ?? 0;
  }
}

function lookAt({ type, id }: EntityName): RunRequest {
  const scope = type === 'product' ? 'products-by-id' : 'categories-by-id';
  return { scope, trigger: 'visitor', switches: NO_SWITCHES, ids: [id] };
}

function nameOf({ type, id }: EntityName): string {
  return `${type}:${id}`;
}
