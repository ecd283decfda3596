import { parseKey, parseRecord, type RedirectTargetType, storePrefix } from '@maho-storefront/kv-schema';
import { DIRTY } from '../addresses/redirect-book.js';
import type { IndexRow } from '../catalog-index/tables.js';
import { boundedMap } from '../run/bounded-map.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { SUSPECT } from '../writing/suspects.js';
import { batchSize } from './batch-size.js';

/** Takes over redirects that an index before this one wrote, then writes those that are new or moved. */
type RedirectsCursor = { phase: 'adopt'; afterKey: string } | { phase: 'write' };

/** Text is ordered by its UTF-8 bytes, so whatever begins with a prefix is before the prefix and this. */
const LAST_CHARACTER = '\u{10FFFF}';

function redirectPrefix(store: string): string {
  return `${storePrefix(store)}redirect:`;
}

export const redirectsStage: Stage<RedirectsCursor> = {
  entity: 'redirects',
  cost: { kvOperations: 6, requests: 0 },
  begin: ({ isUrgent, tools }) =>
    isUrgent ? { phase: 'write' } : { phase: 'adopt', afterKey: redirectPrefix(tools.store) },
  async step(context, cursor) {
    if (cursor.phase === 'adopt') return adopt(context, cursor.afterKey);
    return (await writeDirty(context)) ? cursor : null;
  },
};

async function adopt(context: RunContext, afterKey: string): Promise<RedirectsCursor> {
  const { index, kv, limits, redirects, store } = context.tools;
  const batch = index.scan('records', {
    by: 'bySuspect',
    equals: [SUSPECT.adopted],
    after: [afterKey],
    upTo: redirectPrefix(store) + LAST_CHARACTER,
    limit: batchSize(context, 1, 1),
  });
  const last = batch.at(-1);
  if (!last) return { phase: 'write' };
  await boundedMap(batch, limits.kvWritesInFlight, async ({ key }) => {
    const record = parseRecord('redirect', await kv.get(key));
    const parsed = parseKey(key);
    if (!record || parsed?.type !== 'redirect') return;
    const target = { type: record.type, id: record.id };
    if (redirects.addressOf(target) !== '') redirects.leave(parsed.path, target);
  });
  return { phase: 'adopt', afterKey: last.key };
}

/** @returns whether there may be more. */
async function writeDirty(context: RunContext): Promise<boolean> {
  const { limits } = context.tools;
  const rows = dirtyRedirects(context);
  let isStuck = false;
  await boundedMap(rows, limits.kvWritesInFlight, async (row) => {
    // Written by `RedirectBook` with this type.
    const target = { type: row.type as RedirectTargetType, id: row.id };
    if (!(await writeRedirect(context, row.path, target))) isStuck = true;
  });
  return rows.length > 0 && !isStuck;
}

function dirtyRedirects(context: RunContext): IndexRow<'redirects'>[] {
  const { index } = context.tools;
  const limit = batchSize(context, 1, 1);
  const above = context.isUrgent ? DIRTY.marked : DIRTY.no;
  const rows = index.scan('redirects', { by: 'byDirty', after: [above], limit });
  if (rows.length > 0 || context.run.request.scope !== 'full') return rows;
  return index.scan('redirects', { by: 'byDirty', equals: [DIRTY.byHand], limit });
}

/** @returns false when a daily limit put it off. */
async function writeRedirect(
  context: RunContext,
  path: string,
  target: { type: RedirectTargetType; id: number },
): Promise<boolean> {
  const { index, redirects, store, suspects } = context.tools;
  const key = { type: 'redirect', store, path } as const;
  const to = redirects.addressOf(target);
  const settle = () => index.put('redirects', { path, ...target, dirty: DIRTY.no });
  if (to === '' || redirects.isOccupied(path)) {
    index.transaction(() => {
      settle();
      suspects.markKey(key);
    });
    return true;
  }
  const record = { to, status: 301, ...target } as const;
  return context.write({ key, entityId: target.id, record, onSettled: settle }, 'moved');
}
