import type { DueWork } from '../due/due-table.js';
import type { RunContext } from '../run/run-context.js';
import { listedByIds } from './listing-by-ids.js';

/** What is known of a product's place in the backend's listing when its item is read. */
export type ListingEvidence =
  /** What the index holds, from when the listing was read last. */
  | 'indexed'
  /** A reading of the whole listing lacked it, and the guard against mass removals let that pass. */
  | 'missing'
  /** Asked for by id just now: the listing shows it. */
  | 'shown'
  /** Asked for by id just now: the listing shows its witnesses, and not this one. */
  | 'absent'
  /** The listing shows it, but with a record that cannot be read. */
  | 'unreadable'
  /** Nothing newer than the index could be learned, though there should be. */
  | 'unknown';

/**
 * Reads what the listing shows of a batch of products, in one request and past its cache, and notes it. A run
 * that has just read the whole listing asks only for those that were asked for by id: they may be newer.
 */
export async function listingEvidence(
  context: RunContext,
  batch: readonly DueWork[],
): Promise<Map<number, ListingEvidence>> {
  const ids = batch.filter((work) => isWorthAsking(context, work)).map(({ id }) => id);
  const listed = ids.length > 0 ? await listedByIds(context, ids) : null;
  if (!listed)
    return new Map(batch.filter((work) => mustBeNew(context, work)).map(({ id }) => [id, 'unknown']));
  const evidence = new Map<number, ListingEvidence>();
  for (const id of listed.absent) evidence.set(id, listed.isWhole ? 'absent' : 'unknown');
  for (const id of listed.shown) evidence.set(id, 'shown');
  for (const id of listed.unreadable) evidence.set(id, 'unreadable');
  return evidence;
}

/** Whether nothing but a fresh look at the listing will do. */
function mustBeNew(context: RunContext, { reason }: DueWork): boolean {
  const isRetried = reason === 'retry' && !context.readsAllOrders;
  return reason === 'requested' || reason === 'follows' || reason === 'not-found' || isRetried;
}

function isWorthAsking(context: RunContext, work: DueWork): boolean {
  if (mustBeNew(context, work)) return true;
  // What a run of changes found changed, it found in the listing.
  const isJustRead = context.run.request.scope === 'changes' && work.reason === 'changed';
  return !context.readsAllOrders && !isJustRead;
}
