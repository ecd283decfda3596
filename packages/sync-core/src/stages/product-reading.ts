import { MahoNotFoundError, type ProductCustomOption, type ProductItem } from '@maho-storefront/maho-client';
import type { IndexRow } from '../catalog-index/tables.js';
import { isStale, parseSeenListing } from '../change-detection/seen-listing.js';
import type { DueWork } from '../due/due-table.js';
import { needsOptionPrices } from '../records/product-parts.js';
import type { RunContext } from '../run/run-context.js';
import type { WriteReason } from '../run/run-report.js';
import type { ListingEvidence } from './listing-evidence.js';

type ProductRow = IndexRow<'products'>;

/** One look at a product: why it is taken and what is known beforehand. */
export interface ProductLook {
  evidence: ListingEvidence;
  /** What was noted as due when it began. */
  work: DueWork | null;
  reason: WriteReason;
  /** It was looked at before because item and listing disagreed: if they still do, that is how it is. */
  isLast: boolean;
}

/** How and when a product's item was read. */
export interface ProductReading {
  /** Epoch ms. */
  readAt: number;
  /** The item is older than the listing: it came from the backend's cache. */
  isStale: boolean;
  /** The item may be older than what can be known, so it is read once more. */
  isDoubtful: boolean;
}

export interface ItemReading extends ProductReading {
  item: ProductItem;
  optionPrices: readonly ProductCustomOption[];
}

/** The look that a product is due for, or one that comes before its time. */
export function lookAt({ tools }: RunContext, id: number, evidence: ListingEvidence): ProductLook {
  const now = tools.clock.now();
  const work = tools.due.get('product', id);
  if (!work || work.at <= now) {
    return { evidence, work, reason: work?.reason ?? 'read', isLast: work?.reason === 'second-look' };
  }
  const isSecondToCome = work.reason === 'second-look';
  const early = isSecondToCome ? { ...work, at: now, secondLookAt: work.at } : work;
  return { evidence, work: early, reason: 'read', isLast: false };
}

/** @returns null for a product that does not exist, is disabled or belongs to another website. */
export async function readItem(
  context: RunContext,
  id: number,
  look: ProductLook,
): Promise<ItemReading | null> {
  const { backend, clock, index } = context.tools;
  try {
    const item = await backend.product(id, look.evidence === 'missing' ? 'product-probe' : 'product');
    const optionPrices = needsOptionPrices(item) ? await backend.optionPrices(id) : [];
    const isOld = !look.isLast && isOutdated(item, index.get('products', [id]), look);
    const isDoubtful = isOld || (!look.isLast && mayBeOld(item, look));
    return { item, optionPrices, readAt: clock.now(), isStale: isOld, isDoubtful };
  } catch (error) {
    if (error instanceof MahoNotFoundError) return null;
    throw error;
  }
}

/** Whether the listing proves the item to be old. */
function isOutdated(item: ProductItem, known: ProductRow | undefined, { evidence }: ProductLook): boolean {
  if (evidence === 'missing') return seemsListed(item);
  if (evidence === 'absent' || evidence === 'unknown') return false;
  return known?.listed === 1 && isStale(item, parseSeenListing(known.seen));
}

/** Reasons that an edit of just now may stand behind. */
const EDITED: ReadonlySet<WriteReason> = new Set(['requested', 'follows', 'retry']);

/**
 * Whether one of item and listing must be older than the other, and nobody can say which; or the item of what was
 * edited just now may be old, with no listing record to show it.
 */
function mayBeOld(item: ProductItem, { evidence, reason }: ProductLook): boolean {
  if (evidence === 'absent') return seemsListed(item) || EDITED.has(reason);
  return evidence === 'unknown';
}

/** Whether the backend's listing shows products like this one, as a rule. */
export function seemsListed(item: ProductItem): boolean {
  return item.stockStatus === 'in_stock' && isListable(item.visibility);
}

/** Whether the backend's listing shows products of this visibility. */
export function isListable(visibility: string | undefined): boolean {
  return visibility !== 'not_visible' && visibility !== 'search';
}
