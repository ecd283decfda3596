import { contentHash, keys } from '@maho-storefront/kv-schema';
import type { Category, Page } from '@maho-storefront/maho-client';
import type { IndexRow } from '../catalog-index/tables.js';
import { CATEGORIES_PER_PAGE } from '../run/backend.js';
import { isMassRemoval } from '../run/mass-removal.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { SyncError } from '../run/sync-error.js';
import { markListing, RELIST } from './category-marks.js';
import { markAbove, noteCategories, touchPage } from './listed-categories.js';
import { followMoves } from './product-moves.js';
import { reachableCategories } from './reachable-categories.js';
import { dueInThisRun } from './refresh-request.js';

interface CategoriesCursor {
  page: number;
  /** Ids met so far. */
  seen: number[];
  /** Parents whose children the flat listing did not hold. */
  unread: number[];
  isFlatReadDone: boolean;
  /** When the reading began, epoch ms. */
  startedAt: number;
}

/**
 * Reads the active tree. One flat read gives all of it on a backend as it is today; that read is not
 * documented, so children that it lacks are asked for by their parent.
 */
export const categoriesStage: Stage<CategoriesCursor> = {
  entity: 'categories',
  cost: { kvOperations: 0, requests: 1 },
  begin({ tools }) {
    return { page: 1, seen: [], unread: [], isFlatReadDone: false, startedAt: tools.clock.now() };
  },
  async step(context, cursor) {
    const next = cursor.isFlatReadDone
      ? await readChildren(context, cursor)
      : await readFlat(context, cursor);
    if (!next.isFlatReadDone || next.unread.length > 0) return next;
    if (!isOutdated(context, next)) {
      refuseImplausible(context, next);
      context.tools.index.transaction(() => finish(context, next));
    }
    if (!context.isBroken('categories')) context.complete('categories');
    return null;
  },
};

async function readFlat(context: RunContext, cursor: CategoriesCursor): Promise<CategoriesCursor> {
  const page = await context.tools.backend.categoryPage(cursor.page);
  const next = await note(context, page, cursor);
  const isLast = cursor.page * CATEGORIES_PER_PAGE >= page.totalItems;
  if (!isLast) return { ...next, page: cursor.page + 1 };
  if (next.seen.length < page.totalItems - page.rejected.length) {
    context.break(
      'categories',
      new SyncError('unsteady_listing', 'The category listing moved while it was read'),
    );
  }
  return { ...next, isFlatReadDone: true, unread: unreadParents(context, next) };
}

/** @returns parents with an active child that was not read; the store's root (0) if nothing was. */
function unreadParents(context: RunContext, { seen }: CategoriesCursor): number[] {
  if (seen.length === 0) return [0];
  const known = new Set(seen);
  return seen.filter((id) => childrenOf(context, id).some((child) => !known.has(child)));
}

function childrenOf(context: RunContext, id: number): number[] {
  const row = context.tools.index.get('categories', [id]);
  const node: unknown = row ? JSON.parse(row.node) : null;
  if (typeof node !== 'object' || node === null || !('childrenIds' in node)) return [];
  return Array.isArray(node.childrenIds) ? node.childrenIds.map(Number) : [];
}

async function readChildren(context: RunContext, cursor: CategoriesCursor): Promise<CategoriesCursor> {
  const [parent = 0, ...unread] = cursor.unread;
  const page = await context.tools.backend.childCategories(parent === 0 ? undefined : parent);
  const fresh = page.items.filter(({ id }) => !cursor.seen.includes(id)).map(({ id }) => id);
  const next = await note(context, page, cursor);
  const withChildren = fresh.filter((id) =>
    childrenOf(context, id).some((child) => !next.seen.includes(child)),
  );
  return { ...next, unread: [...unread, ...withChildren] };
}

async function note(
  context: RunContext,
  page: Page<Category>,
  cursor: CategoriesCursor,
): Promise<CategoriesCursor> {
  const hashed = await Promise.all(
    page.items.map(async (category) => ({ category, hash: await contentHash(category) })),
  );
  for (const { id, reason } of page.rejected) {
    context.fail('categories', id, new Error(`Unreadable in the category listing: ${reason}`));
    context.break('categories', new Error('A category could not be read, so none is taken for deleted'));
  }
  context.tools.index.transaction(() => noteCategories(context, hashed));
  const ids = page.items.map(({ id }) => id);
  return { ...cursor, seen: [...new Set([...cursor.seen, ...ids])] };
}

/** @throws SyncError when so much is gone, or all of it, that it is rather the backend's fault than the merchant's wish. */
function refuseImplausible(context: RunContext, { seen }: CategoriesCursor): void {
  if (context.run.request.switches.allowPrune) return;
  const present = new Set(seen);
  const rows = context.tools.index.scan('categories', {});
  const gone = rows.filter(({ id }) => !present.has(id)).length;
  if (isMassRemoval(gone, rows.length)) {
    const reason = `${gone} of ${rows.length} categories are gone at once; none was deleted. If this is right, sync with allowPrune=1`;
    throw new SyncError('mass_removal', reason);
  }
  if (seen.length > 0 || rows.length === 0) return;
  throw new SyncError(
    'empty_listing',
    'The backend lists no category at all; nothing was changed. If this is right, sync with allowPrune=1',
  );
}

/** Whether a by-id run has read the whole tree since this reading began: what it settled is newer. */
function isOutdated({ tools: { meta } }: RunContext, { startedAt }: CategoriesCursor): boolean {
  return Number(meta.get('tree-read-at') ?? 0) > startedAt;
}

/** Settles which categories are in the tree; addresses that one took or gave up pass to or from products. */
function finish(context: RunContext, { seen, startedAt }: CategoriesCursor): void {
  if (context.isUrgent || !context.isAlone) context.tools.meta.set('tree-read-at', String(startedAt));
  const touched = settleTree(context, new Set(seen));
  if (touched.length > 0) followMoves(context, context.tools.addresses.resolve(touched));
}

/** @returns addresses that a category took or gave up. */
function settleTree(context: RunContext, present: ReadonlySet<number>): string[] {
  const rows = context.tools.index.scan('categories', {});
  const reachable = reachableCategories(rows.filter(({ id }) => present.has(id)));
  const touched: string[] = [];
  for (const row of rows) {
    // A category that could not be read may be any of those that seem to be missing.
    if (!present.has(row.id) && context.isBroken('categories')) continue;
    const isInTree = reachable.has(row.id);
    if (isInTree !== (row.inTree === 1)) touched.push(row.path);
    if (isInTree && row.inTree === 0) admit(context, row);
    if (!isInTree && row.inTree === 1) dismiss(context, row);
    if (!present.has(row.id)) forget(context, row.id);
  }
  return touched;
}

function admit(context: RunContext, row: IndexRow<'categories'>): void {
  const { index, redirects } = context.tools;
  index.put('categories', { ...row, inTree: 1 });
  markListing(context, row.id, RELIST.read);
  redirects.shadow(row.path);
  touchPage(context, row.path);
  markAbove(context, row.parentId);
  dueInThisRun(context, 'category', row.id, 'changed');
}

/** The keys of a category that left the tree lose their claim. */
function dismiss(context: RunContext, row: IndexRow<'categories'>): void {
  const { id, path } = row;
  const { due, index, redirects, store, suspects } = context.tools;
  index.put('categories', { ...row, inTree: 0, relist: RELIST.read });
  redirects.revive(path);
  touchPage(context, path);
  markAbove(context, row.parentId);
  redirects.retarget({ type: 'category', id });
  suspects.mark(keys.category(store, id));
  for (const { key } of index.scan('records', { by: 'byEntity', equals: ['listing', id] }))
    suspects.mark(key);
  due.replace('category', id, null);
  due.replace('listing', id, null);
}

function forget(context: RunContext, id: number): void {
  const { index, redirects } = context.tools;
  redirects.drop({ type: 'category', id });
  for (const row of index.scan('orders', { equals: [id] }))
    index.delete('orders', [row.categoryId, row.chunk]);
  index.delete('categories', [id]);
}
