import { contentHash } from '@maho-storefront/kv-schema';
import { MahoApiError, type Page, type ProductListing } from '@maho-storefront/maho-client';
import type { DueWork } from '../due/due-table.js';
import { isBackendGone } from '../run/backend-gone.js';
import type { RunContext } from '../run/run-context.js';
import { ListedProducts } from './listed-products.js';

/** What is known of a product's place in the backend's listing when its item is read. */
export type ListingEvidence =
  /** What the index holds, from when the listing was read last. */
  | 'indexed'
  /** A reading of the whole listing lacked it, and the guard against mass removals let that pass. */
  | 'missing'
  /** Asked for by id just now: the listing shows it. */
  | 'shown'
  /** Asked for by id just now: the listing shows others, and not this one. */
  | 'absent'
  /** The listing shows it, but with a record that cannot be read. */
  | 'unreadable'
  /** Nothing newer than the index could be learned, though there should be. */
  | 'unknown';

/** Products that the listing is known to show, asked for along with the others: without one, absence proves nothing. */
const WITNESSES = 2;
/** A backend that does not know how to list products by id is asked again after this long. */
const NO_LISTING_BY_ID_MS = 24 * 60 * 60 * 1000;
/** Bad request, and what Maho says to an attribute it does not filter by. */
const REFUSALS: ReadonlySet<number | undefined> = new Set([400, 422]);

/**
 * Reads what the listing shows of a batch of products, in one request and past its cache, and notes it. A run
 * that has just read the whole listing asks only for those that were asked for by id: they may be newer.
 */
export async function listingEvidence(
  context: RunContext,
  batch: readonly DueWork[],
): Promise<Map<number, ListingEvidence>> {
  const ids = batch.filter((work) => isWorthAsking(context, work)).map(({ id }) => id);
  const page = ids.length > 0 ? await listedByIds(context, ids) : null;
  if (!page)
    return new Map(batch.filter((work) => mustBeNew(context, work)).map(({ id }) => [id, 'unknown']));
  const asked = new Set(ids);
  const listings = page.items.filter(({ id }) => asked.has(id));
  await noteListings(context, listings);
  const isProven = page.items.length > 0;
  const evidence = new Map<number, ListingEvidence>(ids.map((id) => [id, isProven ? 'absent' : 'unknown']));
  for (const { id } of listings) evidence.set(id, 'shown');
  for (const { id } of page.rejected) if (id !== null && asked.has(id)) evidence.set(id, 'unreadable');
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

/** What the listing shows of these products and of the witnesses; null if the backend cannot tell. */
export async function listedByIds(
  context: RunContext,
  ids: readonly number[],
): Promise<Page<ProductListing> | null> {
  const { backend, clock, meta } = context.tools;
  if (Number(meta.get('no-listing-by-id') ?? 0) > clock.now()) return null;
  const asked = new Set([...ids, ...witnesses(context, ids)]);
  try {
    const page = await backend.listedProducts([...asked]);
    if (holdsOnly(page, asked)) return page;
    cannotListById(context);
  } catch (error) {
    if (!(error instanceof MahoApiError) || isBackendGone(error)) throw error;
    if (REFUSALS.has(error.status)) cannotListById(context);
  }
  return null;
}

function witnesses(context: RunContext, ids: readonly number[]): number[] {
  const asked = new Set(ids);
  return context.tools.index
    .scan('products', { by: 'byListed', equals: [1], limit: ids.length + WITNESSES })
    .filter(({ id }) => !asked.has(id))
    .slice(0, WITNESSES)
    .map(({ id }) => id);
}

/** A backend that does not know the parameter ignores it and answers with other products. */
function holdsOnly(page: Page<ProductListing>, asked: ReadonlySet<number>): boolean {
  const ids = [...page.items, ...page.rejected].map(({ id }) => id);
  return page.totalItems <= asked.size && ids.every((id) => id === null || asked.has(id));
}

function cannotListById({ tools: { clock, meta } }: RunContext): void {
  meta.set('no-listing-by-id', String(clock.now() + NO_LISTING_BY_ID_MS));
}

/** Notes listing records that were asked for by id. */
export async function noteListings(context: RunContext, listings: readonly ProductListing[]): Promise<void> {
  const hashed = await Promise.all(
    listings.map(async (listing) => ({ listing, hash: await contentHash(listing) })),
  );
  context.tools.index.transaction(() => new ListedProducts(context).noteSeen(hashed));
}
