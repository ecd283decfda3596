import type { Category } from '@maho-storefront/maho-client';
import type { IndexRow } from '../catalog-index/tables.js';
import { optionalUrl } from '../records/backend-url.js';
import { withoutSuffix } from '../records/path-suffix.js';
import type { RunContext } from '../run/run-context.js';
import { markListing, RELIST, withAncestors } from './category-marks.js';
import { followMoves } from './product-moves.js';
import { dueInThisRun } from './refresh-request.js';

/** What the tree and the menu show of a category. */
export interface CategoryNodeFields {
  name: string;
  image?: string | undefined;
  includeInMenu: boolean;
  /** Whether its listing shows the products of all below it; not known of what an earlier version has noted. */
  isAnchor?: boolean | undefined;
  /** Direct, active children as the backend counts them. */
  childrenIds: number[];
}

/** Whether a category's listing may show products of what is below it. */
export function isAnchor({ node }: Pick<IndexRow<'categories'>, 'node'>): boolean {
  // Written by `rowOf` and, empty, by `adoptCategory`.
  return (JSON.parse(node) as Partial<CategoryNodeFields>).isAnchor !== false;
}

/** Notes what the category listing says. */
export function noteCategories(
  context: RunContext,
  listed: readonly { category: Category; hash: string }[],
): void {
  const { index } = context.tools;
  for (const { category, hash } of listed) {
    const known = index.get('categories', [category.id]);
    if (known && isNoted(context, known, hash)) continue;
    const row = rowOf(context, category, hash, known);
    index.put('categories', row);
    markListing(context, category.id, RELIST.read);
    dueInThisRun(context, 'category', category.id, 'changed');
    if (known?.path !== row.path) moveCategory(context, row, known?.path ?? '');
    if (known && known.parentId !== row.parentId) markAbove(context, known.parentId, row.parentId);
  }
}

/** What is above a category that comes, goes or moves may show other products than before. */
export function markAbove(context: RunContext, ...parentIds: number[]): void {
  for (const id of withAncestors(context, parentIds)) {
    const row = context.tools.index.get('categories', [id]);
    if (row && isAnchor(row)) markListing(context, id, RELIST.reread);
  }
}

/** What another run has noted and not worked off yet is its own to do. */
function isNoted({ isUrgent }: RunContext, known: IndexRow<'categories'>, hash: string): boolean {
  return known.seenHash === hash && (known.listHash === hash || isUrgent);
}

/** The old address leads to the new one; products give way at the new one and may take the old one. */
function moveCategory(context: RunContext, { id, path }: IndexRow<'categories'>, from: string): void {
  const { addresses, redirects } = context.tools;
  redirects.occupy(path);
  for (const touched of [from, path]) touchPage(context, touched);
  redirects.retarget({ type: 'category', id });
  if (from !== '') redirects.leave(from, { type: 'category', id });
  followMoves(context, addresses.resolve([from, path]));
}

/** A category that comes to the path of a CMS page hides it, and one that goes shows it again. */
export function touchPage(context: RunContext, path: string): void {
  const { clock, due, index, store, suspects } = context.tools;
  const isPage = index.count('contents', { by: 'byAddress', equals: ['cms-page', path] }) > 0;
  if (path === '' || !isPage) return;
  suspects.markKey({ type: 'cms-page', store, identifier: path });
  due.set('cms-pages', 0, clock.now(), 'moved');
}

function rowOf(
  context: RunContext,
  category: Category,
  hash: string,
  known: IndexRow<'categories'> | undefined,
): IndexRow<'categories'> {
  const node: CategoryNodeFields = {
    name: category.name,
    image: optionalUrl(context.tools.toUrl, category.image),
    includeInMenu: category.includeInMenu,
    isAnchor: category.isAnchor,
    childrenIds: category.childrenIds,
  };
  return {
    id: category.id,
    parentId: category.parentId ?? 0,
    path: withoutSuffix(category.urlPath ?? category.urlKey ?? ''),
    level: category.level,
    position: category.position ?? 0,
    inTree: known?.inTree ?? 0,
    listHash: known?.listHash ?? '',
    seenHash: hash,
    node: JSON.stringify(node),
    landingPageId: category.landingPageId ?? 0,
    productCount: known?.productCount ?? -1,
    relist: RELIST.read,
    orderReadAt: known?.orderReadAt ?? 0,
  };
}
