import {
  isReadableVersion,
  type KvKey,
  keys,
  parseKey,
  parseMetadata,
  recordVersion,
  storePrefix,
} from '@maho-storefront/kv-schema';
import { DIRTY } from '../addresses/redirect-book.js';
import type { IndexRow } from '../catalog-index/tables.js';
import { compareText } from '../catalog-index/text-order.js';
import { FULL_RUN } from '../due/due-table.js';
import { detailDueAt } from '../due/due-times.js';
import type { ListedKey } from '../ports/kv-store.js';
import { comparePulse } from '../pulse/pulse-in-kv.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { SETTLED } from '../writing/settled.js';
import { SUSPECT } from '../writing/suspects.js';
import { batchSize } from './batch-size.js';
import { markListing, RELIST } from './category-marks.js';
import { adoptKeys } from './key-adoption.js';
import { requestRefresh } from './refresh-request.js';

type RecordRow = IndexRow<'records'>;

type ReconcileCursor =
  /** Comparing page by page; `afterKey` is the last key of the page before. */
  | { phase: 'compare'; cursor: string | null; afterKey: string }
  /** Learning from the records that the index did not know. */
  | { phase: 'adopt'; afterKey: string };

/** KV may show an older state for as long as this and more. */
const KV_LAG_MS = 10 * 60 * 1000;

/**
 * Compares the index with what really stands in KV. Whatever is missing, altered or unknown there is
 * written again, or taken over to be claimed or removed. Foreign keys are left alone.
 */
export const reconcileStage: Stage<ReconcileCursor> = {
  entity: 'reconcile',
  cost: { kvOperations: 6, requests: 0 },
  begin(context) {
    const { index, meta, store } = context.tools;
    const { scope, switches, trigger } = context.run.request;
    const isEmptyIndex = index
      .scan('records', { after: [storePrefix(store)], limit: 1 })
      .every(({ key }) => !key.startsWith(storePrefix(store)));
    const isScheduledFull = trigger === 'schedule' && scope === 'full';
    const before = meta.get('reconcile');
    const isUnfinished = before === 'unfinished' || before === 'learning';
    if (!isEmptyIndex && !isUnfinished && !switches.rebuild && !isScheduledFull) return null;
    meta.set('reconcile', isEmptyIndex || before === 'learning' ? 'learning' : 'unfinished');
    return { phase: 'compare', cursor: null, afterKey: storePrefix(store) };
  },
  async step(context, cursor) {
    if (cursor.phase === 'compare') return compare(context, cursor.cursor, cursor.afterKey);
    const last = await adoptKeys(context, cursor.afterKey, batchSize(context, 1, 1));
    if (last !== null) return { phase: 'adopt', afterKey: last };
    finish(context);
    return null;
  },
};

function finish(context: RunContext): void {
  const { clock, due, index, meta } = context.tools;
  meta.set('reconcile', 'finished');
  const hasAdopted =
    index.scan('records', { by: 'bySuspect', equals: [SUSPECT.adopted], limit: 1 }).length > 0;
  // What was taken over may have been an older state: compared once more when KV has surely settled.
  if (hasAdopted) due.set('sync', FULL_RUN, clock.now() + KV_LAG_MS, 'reconcile');
}

async function compare(
  context: RunContext,
  cursor: string | null,
  afterKey: string,
): Promise<ReconcileCursor> {
  const { index, kv, store } = context.tools;
  const prefix = storePrefix(store);
  const page = await kv.list(prefix, cursor);
  const last = page.cursor === null ? null : (page.keys.at(-1)?.name ?? afterKey);
  index.transaction(() => {
    compareRange(context, page.keys, knownRange(context, prefix, afterKey, last));
    const pulse = keys.pulse(store);
    const isPulseHere = compareText(pulse, afterKey) > 0 && (last === null || compareText(pulse, last) <= 0);
    if (isPulseHere) comparePulseIn(context, page.keys.find(({ name }) => name === pulse)?.metadata);
  });
  if (page.cursor === null || last === null) return { phase: 'adopt', afterKey: '' };
  return { phase: 'compare', cursor: page.cursor, afterKey: last };
}

/** Rows of the keys between the end of the page before and the end of this one. */
function knownRange(
  context: RunContext,
  prefix: string,
  afterKey: string,
  last: string | null,
): Map<string, RecordRow> {
  const rows = context.tools.index.scan('records', {
    after: [afterKey],
    ...(last === null ? {} : { upTo: last }),
  });
  const own = rows.filter(({ key }) => key.startsWith(prefix) && compareText(key, afterKey) > 0);
  return new Map(own.map((row) => [row.key, row]));
}

function compareRange(
  context: RunContext,
  listed: readonly ListedKey[],
  known: Map<string, RecordRow>,
): void {
  for (const { name, metadata } of listed) {
    const key = parseKey(name);
    const row = known.get(name);
    known.delete(name);
    if (!key || key.type === 'pulse') continue;
    if (!row) adopt(context, name, key, metadata);
    else if (!isSame(row, key, metadata)) distrust(context, row, key, metadata);
  }
  for (const row of known.values()) {
    const key = parseKey(row.key);
    if (key) distrust(context, row, key, null);
  }
}

function isSame(row: RecordRow, key: KvKey, metadata: unknown): boolean {
  const sound = parseMetadata(metadata);
  return sound !== null && sound.h === row.hash && sound.v === recordVersion(key.type);
}

/** No row tells of the pulse: the publisher knows what it has put. */
function comparePulseIn(context: RunContext, metadata: unknown): void {
  comparePulse(context.tools.meta, metadata ?? null, laggingSince(context));
}

/** What was put since then may not be seen in KV yet; epoch ms. */
function laggingSince({ run, tools: { clock } }: RunContext): number {
  return run.request.switches.rebuild ? Number.POSITIVE_INFINITY : clock.now() - KV_LAG_MS;
}

/** A key that the index does not know: with sound metadata it is believed until a record claims it. */
function adopt(context: RunContext, name: string, key: KvKey, metadata: unknown): void {
  const { clock, index } = context.tools;
  const sound = parseMetadata(metadata);
  const isCurrent = sound !== null && sound.v === recordVersion(key.type);
  const isReadable = sound !== null && isReadableVersion(key.type, sound.v);
  const hash = isReadable && sound ? sound.h : '';
  index.put('records', {
    key: name,
    type: key.type,
    entityId: entityIdOf(key),
    hash,
    settled: isCurrent ? SETTLED.yes : isReadable ? SETTLED.outdated : SETTLED.no,
    settledAt: clock.now(),
    suspect: SUSPECT.adopted,
  });
  if (!index.get('pending', [name])) index.put('pending', { key: name, publishedHash: '' });
}

function entityIdOf(key: KvKey): number {
  if (key.type === 'category') return key.id;
  return key.type === 'listing' ? key.categoryId : 0;
}

/** What stands in KV is not what was written: it is written again, whatever its hash. */
function distrust(context: RunContext, row: RecordRow, key: KvKey, metadata: unknown): void {
  const { index } = context.tools;
  if (row.settledAt > laggingSince(context)) return;
  if (!context.run.request.switches.rebuild && isOutdatedProduct(row, key, metadata)) {
    rewriteInTime(context, row);
    return;
  }
  if (row.settled !== SETTLED.no) index.put('records', { ...row, settled: SETTLED.no });
  rewrite(context, row, key);
}

function isOutdatedProduct(row: RecordRow, { type }: KvKey, metadata: unknown): boolean {
  const sound = parseMetadata(metadata);
  const isAsWritten = sound?.h === row.hash && row.settled !== SETTLED.no;
  return type === 'product' && row.entityId > 0 && isAsWritten && isReadableVersion(type, sound?.v ?? 0);
}

/**
 * Has a product that an earlier version of the code has written be written again when it is read anyway: all at once
 * would be a first sync.
 */
function rewriteInTime(context: RunContext, row: RecordRow): void {
  const { clock, due, index } = context.tools;
  if (row.settled === SETTLED.yes) index.put('records', { ...row, settled: SETTLED.outdated });
  due.set('product', row.entityId, detailDueAt('product', row.entityId, clock.now()), 'reconcile');
}

/** Makes due what no run writes by itself; everything else is compared with its row by every run. */
function rewrite(context: RunContext, row: RecordRow, key: KvKey): void {
  const { clock, due, index } = context.tools;
  if (key.type === 'product' && row.entityId > 0) requestRefresh(context, row.entityId, 'reconcile');
  if (key.type === 'category') due.set('category', key.id, clock.now(), 'reconcile');
  if (key.type === 'listing') markListing(context, key.categoryId, RELIST.rebuild);
  if (key.type === 'redirect') {
    const redirect = index.get('redirects', [key.path]);
    if (redirect) index.put('redirects', { ...redirect, dirty: DIRTY.marked });
  }
}
