import type { Page } from '@maho-storefront/maho-client';
import type { RunContext } from '../run/run-context.js';

/** What the backend lists by the time of its last save. */
export type DatedEntity = 'products' | 'cms-pages' | 'cms-blocks' | 'blog-posts';

/**
 * How far two readings overlap: the backend's clock is read to the second, a save may be committed some time after
 * the moment it bears, and a clock may be set back a little.
 */
const OVERLAP_MS = 10 * 60 * 1000;

/** What a reading reads, and when it began; times by the backend's clock, epoch ms. */
export interface Reading {
  /** Only what was saved since then; null = everything. */
  since: number | null;
  /** When the first page was read; null before that, and if the backend does not tell. */
  startedAt: number | null;
}

/**
 * The reading that a run is to begin: of everything, or, for a run of changes, of what was saved since the last, and
 * since an earlier moment where one was asked for.
 */
export function beginReading({ run, tools }: RunContext, entity: DatedEntity): Reading {
  const { scope, updatedSince = Number.POSITIVE_INFINITY } = run.request;
  const mark = scope === 'changes' ? tools.meta.get(`changes-since:${entity}`) : undefined;
  return { since: mark === undefined ? null : Math.min(Number(mark), updatedSince), startedAt: null };
}

/** Reads everything instead. */
export const READ_ALL: Reading = { since: null, startedAt: null };

/**
 * What a reading is once a page of it has been read; null if nothing can be concluded from that page. A mark that
 * lies ahead of the backend's clock was taken before that clock was set back: what was saved since then bears
 * times before it.
 */
export function continueReading(reading: Reading, { date }: Page<unknown>): Reading | null {
  const now = date?.getTime() ?? null;
  if (now !== null && reading.since !== null && reading.since > now) return null;
  return { ...reading, startedAt: reading.startedAt ?? now };
}

/** Notes that a reading got to its end: the next run of changes goes on from its beginning. */
export function endReading({ tools: { meta } }: RunContext, entity: DatedEntity, reading: Reading): void {
  if (reading.startedAt === null) return;
  meta.set(`changes-since:${entity}`, String(reading.startedAt - OVERLAP_MS));
}

/** For the backend's query. */
export function sinceDate({ since }: Reading): Date | undefined {
  return since === null ? undefined : new Date(since);
}
