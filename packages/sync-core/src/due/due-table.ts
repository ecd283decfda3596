import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex } from '../ports/catalog-index.js';

/**
 * `listing`: pages of a category that a by-id run changed; `tree`: its counts, id 0; `sync`: a full run, with
 * one of the ids below; `blog`: the blog is read again, id 0.
 */
export type DueType = 'product' | 'category' | 'listing' | 'tree' | 'blog' | 'sync';

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
}

/** Everything that must be looked at again, when, and why. One row an entity: the earliest time counts. */
export class DueTable {
  constructor(private readonly index: CatalogIndex) {}

  get(type: DueType, id: number): DueWork | null {
    const row = this.index.get('due', [type, id]);
    return row ? workOf(row) : null;
  }

  /** Makes an entity due at `at`, or leaves it due earlier. */
  set(type: DueType, id: number, at: number, reason: DueReason): void {
    const known = this.index.get('due', [type, id]);
    if (known && known.at <= at) return;
    this.index.put('due', { type, id, at, reason, attempts: known?.attempts ?? 0 });
  }

  /** Replaces whatever was noted for an entity; null = nothing more to do. */
  replace(type: DueType, id: number, next: Omit<DueWork, 'id'> | null): void {
    if (next) this.index.put('due', { type, id, ...next });
    else this.index.delete('due', [type, id]);
  }

  /**
   * Makes an entity due because somebody asks for it. Its time is always another than before, so that whoever
   * looks at it at this moment can tell.
   */
  request(type: DueType, id: number, now: number): void {
    const known = this.get(type, id);
    const at = known ? Math.min(now, known.at - 1) : now;
    this.replace(type, id, { at, reason: 'requested', attempts: known?.attempts ?? 0 });
  }

  /** Replaces work that has been done by what comes next, unless the entity was asked for again meanwhile. */
  settle(type: DueType, id: number, done: DueWork | null, next: Omit<DueWork, 'id'> | null): void {
    const present = this.get(type, id);
    const isAskedAgain = present?.reason === 'requested' && present.at !== done?.at;
    if (!isAskedAgain) this.replace(type, id, next);
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
}

/** Reasons are written by this table alone. */
function workOf({ id, at, reason, attempts }: IndexRow<'due'>): DueWork {
  return { id, at, reason: reason as DueReason, attempts };
}
