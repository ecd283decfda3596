import type { RejectedMember } from '@maho-storefront/maho-client';
import { CONTENTS_PER_PAGE } from '../run/backend.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { SyncError } from '../run/sync-error.js';
import type { SyncEntity } from '../run/sync-scope.js';
import {
  beginReading,
  continueReading,
  endReading,
  READ_ALL,
  type Reading,
  sinceDate,
} from './changes-since.js';
import { forgetUnseen, hasUnwrittenOwner, takeOver } from './content-items.js';
import type { ContentKind } from './content-kind.js';
import { retryDue } from './due-retry.js';

interface ContentCursor {
  reading: Reading;
  page: number;
  /** Ids that are done. */
  seen: number[];
  /** How often everything was read again: the order moved, or an address passed to somebody read before. */
  rereads: number;
}

/** The index record is written at the end of the last step. */
const FINISHING_WRITES = 1;
/** Maho orders contents without a tie-break, so one may slip from a page that is read next to one that was. */
const MAX_REREADS = 2;

/**
 * A stage that copies all content of one kind, and forgets what the backend does not list any more. A run of
 * changes copies only what was saved since the last reading, which tells nothing of what is gone.
 */
export function contentStage<Item extends { id: number }>(kind: ContentKind<Item>): Stage<ContentCursor> {
  return {
    entity: kind.entity,
    cost: { kvOperations: 2, requests: 1 },
    begin: (context) => beginAt(firstReading(context, kind), 0),
    async step(context, cursor) {
      const page = await kind.read(context, cursor.page, sinceDate(cursor.reading));
      const reading = continueReading(cursor.reading, page);
      if (!reading) return beginAt(READ_ALL, cursor.rereads);
      reportRejected(context, kind.entity, page.rejected);
      const done = new Set(cursor.seen);
      const left = page.items.filter(({ id }) => !done.has(id));
      const part = left.slice(0, Math.max(1, context.tools.budget.kvLeft - FINISHING_WRITES));
      await takeOver(context, kind, part);
      const next = { ...cursor, reading, seen: [...cursor.seen, ...part.map(({ id }) => id)] };
      if (part.length < left.length) return next;
      if (cursor.page * CONTENTS_PER_PAGE < page.totalItems) return { ...next, page: cursor.page + 1 };
      return finish(context, kind, next, page.totalItems - page.rejected.length);
    },
    onFailure(context) {
      if (kind.dueType !== null) retryDue(context, kind.dueType, 0);
    },
  };
}

/** What is due to be read again is read as a whole. */
function firstReading<Item extends { id: number }>(context: RunContext, kind: ContentKind<Item>): Reading {
  const { clock, due } = context.tools;
  const isDue = kind.dueType !== null && due.count(kind.dueType, clock.now()) > 0;
  return isDue ? READ_ALL : beginReading(context, kind.entity);
}

function beginAt(reading: Reading, rereads: number): ContentCursor {
  return { reading, page: 1, seen: [], rereads };
}

/** @returns where to begin again; null at the end. */
async function finish<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  { reading, rereads, seen }: ContentCursor,
  expected: number,
): Promise<ContentCursor | null> {
  const mayReread = rereads < MAX_REREADS;
  if (seen.length !== expected) {
    if (mayReread) return beginAt(reading, rereads + 1);
    context.break(kind.entity, unsteady(kind.entity));
  }
  if (reading.since === null) forgetUnseen(context, kind, seen);
  // Whoever has an address now may not have been saved for a long time.
  if (mayReread && hasUnwrittenOwner(context, kind)) return beginAt(READ_ALL, rereads + 1);
  if (reading.since === null) context.complete(kind.entity);
  if (!context.isBroken(kind.entity)) endReading(context, kind.entity, reading);
  await kind.finish?.(context);
  return null;
}

function reportRejected(context: RunContext, entity: SyncEntity, rejected: readonly RejectedMember[]): void {
  for (const { id, reason } of rejected) {
    context.break(entity, new Error(`Unreadable: ${reason}${id === null ? '' : ` (id ${id})`}`));
  }
}

function unsteady(entity: SyncEntity): SyncError {
  return new SyncError(
    'unsteady_listing',
    `The listing of ${entity} moved each time it was read; nothing of it was deleted`,
  );
}
