import { hasSameClaims } from '../addresses/product-claims.js';
import type { IndexRow } from '../catalog-index/tables.js';
import { parseSeenListing } from '../change-detection/seen-listing.js';
import { withoutSuffix } from '../records/path-suffix.js';
import type { RunContext } from '../run/run-context.js';
import { markMembership } from './product-membership.js';
import { followMoves } from './product-moves.js';
import { type ItemReading, isListable, type ProductLook, seemsListed } from './product-reading.js';

type ProductRow = IndexRow<'products'>;

/** Notes what the item says of the product's identity and gives everybody touched by it an address. */
export function placeProduct(context: RunContext, reading: ItemReading, look: ProductLook): ProductRow {
  const { addresses, index } = context.tools;
  // Read now: another product may have moved this one since its item was asked for.
  const known = index.get('products', [reading.item.id]);
  const row = rowOf(reading, look, known);
  return index.transaction(() => {
    index.put('products', row);
    if (known?.listed !== row.listed) markMembership(context, known ?? null, row);
    if (!known || !hasSameClaims(known, row)) {
      const moves = addresses.resolve([...addresses.claimsOf(known), ...addresses.claimsOf(row)]);
      followMoves(context, moves, row.id);
    }
    addresses.redirectSecondPath(row.id);
    return index.get('products', [row.id]) ?? row;
  });
}

function rowOf(reading: ItemReading, look: ProductLook, known: ProductRow | undefined): ProductRow {
  const { item } = reading;
  const identity = identityOf(reading, known);
  const isListed = isListable(identity.visibility) && isShown(reading, look, known);
  // Still shown although the listing lacks it: what a reading of the whole listing has noted stands.
  const isOnProbation = isListed && look.evidence === 'absent';
  return {
    ...(known ?? NOTHING_KNOWN),
    ...identity,
    id: item.id,
    sku: item.sku,
    type: item.type,
    listed: isListed ? 1 : 0,
    missing: isOnProbation ? (known?.missing ?? 0) : 0,
  };
}

const NOTHING_KNOWN = {
  slug: '',
  listHash: '',
  seenHash: '',
  seen: '',
  card: '',
  categoryIds: '[]',
  detailAt: 0,
} as const satisfies Partial<ProductRow>;

type Identity = Pick<ProductRow, 'visibility' | 'urlKey' | 'path'>;

/** The listing was read past every cache: where the item is older, it knows the address better. */
function identityOf({ item, isStale }: ItemReading, known: ProductRow | undefined): Identity {
  if (isStale && known?.listed === 1) {
    const { visibility, urlKey, path } = known;
    return { visibility, urlKey, path };
  }
  return {
    visibility: item.visibility ?? 'catalog_search',
    urlKey: item.urlKey ?? '',
    path: withoutSuffix(item.urlPath ?? ''),
  };
}

/** Whether the listing shows a product whose visibility allows it. */
function isShown(
  reading: ItemReading,
  { evidence, isLast }: ProductLook,
  known: ProductRow | undefined,
): boolean {
  switch (evidence) {
    case 'shown':
      return true;
    case 'absent':
      // Until the second look agrees, the item is believed: the listing may be in the middle of a reindex.
      return !isLast && known?.listed === 1 && seemsListed(reading.item);
    case 'unknown':
      return stayedOrSeemsListed(reading, known);
    case 'missing':
      return false;
    default:
      return known?.listed === 1;
  }
}

/** Stock and visibility say it, and where the stock did not change, the listing as it was seen last. */
function stayedOrSeemsListed({ item }: ItemReading, known: ProductRow | undefined): boolean {
  const isSameStock = known !== undefined && parseSeenListing(known.seen).stockStatus === item.stockStatus;
  return isSameStock && known.listed === 1 ? true : seemsListed(item);
}
