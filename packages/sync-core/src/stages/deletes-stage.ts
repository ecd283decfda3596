import { type KvKey, keys, parseKey } from '@maho-storefront/kv-schema';
import type { IndexRow } from '../catalog-index/tables.js';
import { boundedMap } from '../run/bounded-map.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { SETTLED } from '../writing/settled.js';
import { SUSPECT } from '../writing/suspects.js';
import { batchSize } from './batch-size.js';
import { entityOfKey, isClaimed } from './key-claims.js';

type RecordRow = IndexRow<'records'>;

interface DeletesCursor {
  /** Where the walk over the suspects goes on: their mark, then their key. */
  after: (string | number)[];
}

/**
 * Deletes keys that nothing claims any more. Decides key by key at the end of a run, so that an address
 * which another record has taken over is never deleted under it.
 */
export const deletesStage: Stage<DeletesCursor> = {
  entity: 'deletes',
  cost: { kvOperations: 1, requests: 0 },
  begin: ({ isUrgent }) => ({ after: [isUrgent ? SUSPECT.adopted : SUSPECT.none] }),
  async step(context, cursor) {
    const { index, limits } = context.tools;
    const rows = index.scan('records', {
      by: 'bySuspect',
      after: cursor.after,
      limit: batchSize(context, 1, 1),
    });
    const last = rows.at(-1);
    if (!last) return null;
    await boundedMap(rows, limits.kvWritesInFlight, (row) => decide(context, row));
    return { after: [last.suspect, last.key] };
  },
};

async function decide(context: RunContext, row: RecordRow): Promise<void> {
  const { suspects } = context.tools;
  const key = parseKey(row.key);
  if (!key || !mayDecide(context, row, key)) return;
  if (isClaimed(context, key)) suspects.clear(row.key);
  else if (!isOnlyCopy(context, row)) await context.remove(row.key, key.type);
}

/** What was not read to the end proves nothing; what was found in KV needs such a proof. */
function mayDecide(context: RunContext, row: RecordRow, key: KvKey): boolean {
  const entity = entityOfKey(key);
  if (entity === null || context.isBroken(entity) || context.isHeld(entity)) return false;
  if (row.suspect !== SUSPECT.adopted) return true;
  // Until all that KV holds has been taken over, a key may belong to something not learned of yet.
  if (context.tools.meta.get('reconcile') !== 'finished') return false;
  if (key.type === 'redirect') return isFullyRead(context);
  if (key.type === 'listing' && !context.isComplete('categories')) return false;
  return context.isComplete(entity);
}

function isFullyRead(context: RunContext): boolean {
  return (
    context.isComplete('products') && context.isComplete('categories') && context.isComplete('cms-pages')
  );
}

/** A product that moved but could not be written under its new address yet keeps the old key. */
function isOnlyCopy(context: RunContext, row: RecordRow): boolean {
  if (row.type !== 'product' || row.entityId === 0) return false;
  const { index, store } = context.tools;
  const product = index.get('products', [row.entityId]);
  if (!product || product.slug === '') return false;
  const present = index.get('records', [keys.product(store, product.slug)]);
  return present === undefined || present.settled === SETTLED.no;
}
