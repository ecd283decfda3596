import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex } from '../ports/catalog-index.js';

/**
 * `listing`: pages of a category that a by-id run changed; `tree`: its counts, id 0; `sync`: a full run, with
 * one of the ids below; `blog`, `cms-pages`: all of them are read again, id 0.
 */
export type DueType = 'product' | 'category' | 'listing' | 'tree' | 'blog' | 'cms-pages' | 'sync';

/** A full run because writes were put off, or because KV is to be compared once more. */
export const FULL_RUN = 0;
/** A full run that puts the backend's values back in place of those written by hand for a time. */
export const EXPIRED_VALUES = 1;

export const dueReasons = [
  /** Somebody asked for it by id. */
  'requested',
  /** What was asked for by id touches it. */
  'follows',
  'changed',
  'moved',
  'relation',
  'reconcile',
  'second-look',
  /** Its item was not found, and the listing could not be asked: once more before it is deleted. */
  'not-found',
  'detail-age',
  'window',
  'retry',
  'deferred',
  'block-changed',
  'blog-date',
  'expired',
] as const;
export type DueReason = (typeof dueReasons)[number];

export interface DueWork {
  id: number;
  at: number;
  reason: DueReason;
  attempts: number;
  /** When it has to be looked at once more because of an earlier look, whatever comes of this one; 0 = not. */
  secondLookAt: number;
}

/** What is to be done next with an entity. */
export type NextWork = Pick<DueWork, 'at' | 'reason'> & Partial<Pick<DueWork, 'attempts' | 'secondLookAt'>>;

/** Everything that must be looked at again, when, and why. One row an entity: the earliest time counts. */
export class DueTable {
  constructor(private readonly index: CatalogIndex) {}

  get(type: DueType, id: number): DueWork | null {
    const row = this.index.get('due', [type, id]);
    return row ? workOf(row) : null;
  }

  /** Makes an entity due at `at`, or leaves it due earlier. */
  set(type: DueType, id: number, at: number, reason: DueReason): void {
    const known = this.get(type, id);
    if (known && known.at <= at) return;
    this.put(type, id, { at, reason, ...whatStays(known) });
  }

  /** Makes an entity due at `at` for this reason, whatever it was due for. */
  hasten(type: DueType, id: number, at: number, reason: DueReason): void {
    this.put(type, id, { at, reason, ...whatStays(this.get(type, id)) });
  }

  /** Replaces whatever was noted for an entity; null = nothing more to do. */
  replace(type: DueType, id: number, next: NextWork | null): void {
    if (next) this.put(type, id, next);
    else this.index.delete('due', [type, id]);
  }

  /**
   * Makes an entity due because somebody asks for it. Its time is always another than before, so that whoever
   * looks at it at this moment can tell.
   */
  request(type: DueType, id: number, now: number): void {
    const known = this.get(type, id);
    this.hasten(type, id, known ? Math.min(now, known.at - 1) : now, 'requested');
  }

  /** Replaces work that has been done by what comes next, unless the entity was asked for again meanwhile. */
  settle(type: DueType, id: number, done: DueWork | null, next: NextWork | null): void {
    const present = this.get(type, id);
    const isAskedAgain = present?.reason === 'requested' && present.at !== done?.at;
    if (!isAskedAgain) this.replace(type, id, next && withSecondLook(next, done));
  }

  /** Entities of a type whose time has come, the longest waiting first. */
  take(type: DueType, now: number, limit: number): DueWork[] {
    return this.index.scan('due', { by: 'byTime', equals: [type], upTo: now, limit }).map(workOf);
  }

  /** As `take`, only what is due for one reason. */
  takeFor(reason: DueReason, type: DueType, now: number, limit: number): DueWork[] {
    return this.index.scan('due', { by: 'byReason', equals: [reason, type], upTo: now, limit }).map(workOf);
  }

  count(type: DueType, now: number): number {
    return this.index.count('due', { by: 'byTime', equals: [type], upTo: now });
  }

  /** Rows of any type that are due now or later for this reason. */
  countOf(reason: DueReason): number {
    return this.index.count('due', { by: 'byReason', equals: [reason] });
  }

  /** Entities of a type that are due again because they failed, the soonest first. */
  retrying(type: DueType, limit: number): DueWork[] {
    return this.index.scan('due', { by: 'byReason', equals: ['retry', type], limit }).map(workOf);
  }

  /** Time of the earliest row, epoch ms; null when nothing is due, ever. */
  nextAt(): number | null {
    return this.index.scan('due', { by: 'byAt', limit: 1 })[0]?.at ?? null;
  }

  private put(type: DueType, id: number, { attempts = 0, secondLookAt = 0, ...next }: NextWork): void {
    this.index.put('due', { type, id, ...next, attempts, secondLookAt });
  }
}

/** What an entity keeps when it becomes due earlier, for another reason. */
function whatStays(known: DueWork | null): Pick<DueWork, 'attempts' | 'secondLookAt'> {
  if (!known) return { attempts: 0, secondLookAt: 0 };
  const { at, attempts, reason, secondLookAt } = known;
  return { attempts, secondLookAt: reason === 'second-look' ? at : secondLookAt };
}

/** A second look that was still to come when the work began stays to be taken. */
function withSecondLook(next: NextWork, done: DueWork | null): NextWork {
  const at = done?.secondLookAt ?? 0;
  if (done === null || at <= done.at) return next;
  return next.at > at ? { at, reason: 'second-look' } : { ...next, secondLookAt: at };
}

/** Reasons are written by this table alone. */
function workOf({ id, at, reason, attempts, secondLookAt }: IndexRow<'due'>): DueWork {
  return { id, at, reason: reason as DueReason, attempts, secondLookAt };
}
