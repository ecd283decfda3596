import { contentHash } from '@maho-storefront/kv-schema';
import type { Page, ProductListing } from '@maho-storefront/maho-client';
import { PRODUCTS_PER_PAGE } from '../run/backend.js';
import { isBackendGone } from '../run/backend-gone.js';
import { isReportable } from '../run/reportable-error.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { SyncError } from '../run/sync-error.js';
import {
  beginReading,
  continueReading,
  endReading,
  READ_ALL,
  type Reading,
  sinceDate,
} from './changes-since.js';
import { ListedProducts } from './listed-products.js';

export interface ProductPagesCursor {
  reading: Reading;
  page: number;
  /** What the page before said; null before the first. */
  total: number | null;
  /** Highest id before this page. */
  lastId: number;
  /** Highest id before the page before this one. */
  previousLastId: number;
  /** Pages read again because the listing moved. */
  rereads: number;
  failedInARow: number;
  /** The page before could not be read: which ids should have been here is not known. */
  isBehindGap: boolean;
}

const MAX_REREADS = 20;
const MAX_FAILED_PAGES_IN_A_ROW = 3;

/**
 * Walks the product listing by ascending id and notes what is new, changed or gone. Only notes: records are
 * read and written later, when every address is known. A run of changes walks only what was saved since the last
 * walk, which tells nothing of what is gone.
 */
export const productPagesStage: Stage<ProductPagesCursor> = {
  entity: 'products',
  cost: { kvOperations: 0, requests: 1 },
  begin: (context) => beginWalk(beginReading(context, 'products')),
  async step(context, cursor) {
    const page = await readPage(context, cursor);
    if (!page) return afterFailedPage(cursor);
    const reading = continueReading(cursor.reading, page);
    if (!reading) return beginWalk(READ_ALL);
    if (reading.since === null) refuseEmpty(context, page);
    if (hasMoved(page, cursor)) return pageBefore(context, page, { ...cursor, reading });
    return applyPage(context, page, { ...cursor, reading });
  },
};

function beginWalk(reading: Reading): ProductPagesCursor {
  return {
    reading,
    page: 1,
    total: null,
    lastId: 0,
    previousLastId: 0,
    rereads: 0,
    failedInARow: 0,
    isBehindGap: false,
  };
}

async function readPage(
  context: RunContext,
  { page, failedInARow, reading }: ProductPagesCursor,
): Promise<Page<ProductListing> | null> {
  try {
    return await context.tools.backend.productPage(page, sinceDate(reading));
  } catch (error) {
    const isWorthGoingOn = page > 1 && failedInARow + 1 < MAX_FAILED_PAGES_IN_A_ROW;
    if (!isReportable(error) || isBackendGone(error) || !isWorthGoingOn) throw error;
    context.break('products', error);
    return null;
  }
}

/** Goes on behind a page that could not be read; the run is marked, so nothing counts as gone. */
function afterFailedPage(cursor: ProductPagesCursor): ProductPagesCursor | null {
  const isLast = cursor.total !== null && cursor.page * PRODUCTS_PER_PAGE >= cursor.total;
  if (isLast) return null;
  return {
    ...cursor,
    page: cursor.page + 1,
    previousLastId: cursor.lastId,
    failedInARow: cursor.failedInARow + 1,
    isBehindGap: true,
  };
}

/** An index that is being rebuilt lists nothing, exactly like a shop with no products. */
function refuseEmpty(context: RunContext, page: Page<ProductListing>): void {
  if (page.totalItems > 0 || context.run.request.switches.allowPrune) return;
  // The listings of categories will be as empty, for the same reason.
  context.hold('products');
  context.hold('listings');
  throw new SyncError(
    'empty_listing',
    `The backend lists no product at all (GET ${context.tools.backend.baseUrl}/products); nothing was changed. ` +
      'If the shop is really empty, sync with allowPrune=1',
  );
}

/** A product that came or went moved others over the boundary between this page and the one before. */
function hasMoved(page: Page<ProductListing>, cursor: ProductPagesCursor): boolean {
  return cursor.page > 1 && cursor.total !== null && page.totalItems !== cursor.total;
}

function pageBefore(
  context: RunContext,
  page: Page<ProductListing>,
  cursor: ProductPagesCursor,
): ProductPagesCursor | null {
  if (cursor.rereads >= MAX_REREADS) {
    const reason = `The product listing changed its size ${MAX_REREADS} times while it was read`;
    context.break('products', new SyncError('unsteady_listing', reason));
    return null;
  }
  return {
    ...cursor,
    page: cursor.page - 1,
    total: page.totalItems,
    lastId: cursor.previousLastId,
    rereads: cursor.rereads + 1,
  };
}

async function applyPage(
  context: RunContext,
  page: Page<ProductListing>,
  cursor: ProductPagesCursor,
): Promise<ProductPagesCursor | null> {
  const ids = idsOf(context, page);
  const lastId = ids.at(-1) ?? cursor.lastId;
  const isEnd = cursor.page * PRODUCTS_PER_PAGE >= page.totalItems || lastId <= cursor.lastId;
  const hashed = await Promise.all(
    page.items.map(async (listing) => ({ listing, hash: await contentHash(listing) })),
  );
  const { index } = context.tools;
  index.transaction(() => {
    const listed = new ListedProducts(context);
    listed.noteSeen(hashed);
    const isWhole = cursor.reading.since === null && !cursor.isBehindGap;
    if (isWhole) listed.noteMissing(ids, cursor.lastId, isEnd ? null : lastId);
    if (isEnd && !context.isBroken('products')) endReading(context, 'products', cursor.reading);
  });
  if (isEnd) {
    if (cursor.reading.since === null) context.complete('products');
    return null;
  }
  return {
    ...cursor,
    page: cursor.page + 1,
    total: page.totalItems,
    lastId: Math.max(lastId, cursor.lastId),
    previousLastId: cursor.lastId,
    failedInARow: 0,
    isBehindGap: false,
  };
}

/** Ids of the page, those of unreadable members too: they are listed, whatever is wrong with them. */
function idsOf(context: RunContext, page: Page<ProductListing>): number[] {
  const ids = page.items.map(({ id }) => id);
  if (ids.some((id, position) => position > 0 && id <= (ids[position - 1] ?? 0))) {
    throw new SyncError(
      'unordered_listing',
      `Page ${page.page} of the product listing is not in the order of ids`,
    );
  }
  for (const { id, reason } of page.rejected) {
    const error = new Error(`Unreadable in the product listing: ${reason}`);
    if (id === null) context.break('products', error);
    else context.fail('products', id, error);
    if (id !== null) ids.push(id);
  }
  return ids.sort((a, b) => a - b);
}
