import { contentHash } from '@maho-storefront/kv-schema';
import { MahoApiError, type Page, type ProductListing } from '@maho-storefront/maho-client';
import { isBackendGone } from '../run/backend-gone.js';
import type { RunContext } from '../run/run-context.js';
import { ListedProducts } from './listed-products.js';
import { areWitnessesShown, listingWitnesses } from './listing-witnesses.js';

/** A backend that does not know how to list products by id is asked again after this long. */
const NO_LISTING_BY_ID_MS = 24 * 60 * 60 * 1000;
/** Bad request, and what Maho says to an attribute it does not filter by. */
const REFUSALS: ReadonlySet<number | undefined> = new Set([400, 422]);

/** What the listing says of products that it was asked for by id. */
export interface ListedByIds {
  shown: readonly number[];
  /** Shown, but with a record that cannot be read. */
  unreadable: readonly number[];
  absent: readonly number[];
  /** Whether the listing shows its witnesses: without them, absence proves nothing. */
  isWhole: boolean;
}

/** Asks the listing for these products, in one request and past its cache, and notes it; null if it cannot tell. */
export async function listedByIds(context: RunContext, ids: readonly number[]): Promise<ListedByIds | null> {
  const asked = new Set(ids);
  const witnesses = listingWitnesses(context.tools.index, asked);
  const page = await readByIds(context, new Set([...ids, ...witnesses.flat()]));
  if (!page) return null;
  const listings = page.items.filter(({ id }) => asked.has(id));
  await noteListings(context, listings);
  const rejected = page.rejected.flatMap(({ id }) => id ?? []);
  const present = new Set([...page.items.map(({ id }) => id), ...rejected]);
  return {
    shown: listings.map(({ id }) => id),
    unreadable: rejected.filter((id) => asked.has(id)),
    absent: ids.filter((id) => !present.has(id)),
    isWhole: areWitnessesShown(witnesses, present),
  };
}

async function readByIds(
  context: RunContext,
  asked: ReadonlySet<number>,
): Promise<Page<ProductListing> | null> {
  const { backend, clock, meta } = context.tools;
  if (Number(meta.get('no-listing-by-id') ?? 0) > clock.now()) return null;
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

/** A backend that does not know the parameter ignores it and answers with other products. */
function holdsOnly(page: Page<ProductListing>, asked: ReadonlySet<number>): boolean {
  const ids = [...page.items, ...page.rejected].map(({ id }) => id);
  return page.totalItems <= asked.size && ids.every((id) => id === null || asked.has(id));
}

function cannotListById({ tools: { clock, meta } }: RunContext): void {
  meta.set('no-listing-by-id', String(clock.now() + NO_LISTING_BY_ID_MS));
}

async function noteListings(context: RunContext, listings: readonly ProductListing[]): Promise<void> {
  const hashed = await Promise.all(
    listings.map(async (listing) => ({ listing, hash: await contentHash(listing) })),
  );
  context.tools.index.transaction(() => new ListedProducts(context).noteSeen(hashed));
}
