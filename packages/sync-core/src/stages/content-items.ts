import { buildKey, KvSchemaError } from '@maho-storefront/kv-schema';
import { isCategoryPath } from '../addresses/category-paths.js';
import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import { boundedMap } from '../run/bounded-map.js';
import { isMassRemoval } from '../run/mass-removal.js';
import type { RunContext } from '../run/run-context.js';
import { SyncError } from '../run/sync-error.js';
import type { ContentKind, ContentType } from './content-kind.js';

/** Whose record has the key of an address that several share: the lowest. */
export const CONTENT_RANK = {
  ownStore: 0,
  allStores: 1,
  /** Known from its key in KV alone: whatever the backend lists under its address goes before it. */
  adopted: 2,
} as const;

function refuseMassRemoval<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  seen: readonly number[],
): void {
  if (context.run.request.switches.allowPrune) return;
  const present = new Set(seen);
  const rows = context.tools.index.scan('contents', { equals: [kind.type] });
  const gone = rows.filter(({ id }) => !present.has(id)).length;
  if (!isMassRemoval(gone, rows.length)) return;
  const reason = `${gone} of ${rows.length} ${kind.entity} are gone at once; none was deleted. If this is right, sync with allowPrune=1`;
  throw new SyncError('mass_removal', reason);
}

/** The item's address; '' when no key can be made of it, which is reported. */
function usableAddress<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  item: Item,
): string {
  const address = kind.address(item);
  try {
    buildKey(kind.key(context, address));
    return address;
  } catch (error) {
    if (!(error instanceof KvSchemaError)) throw error;
    context.fail(kind.entity, item.id, error);
    return '';
  }
}

interface AddressedItem<Item> {
  item: Item;
  address: string;
}

/** Notes content that was read and writes what has the key of its address. */
export async function takeOver<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  items: readonly Item[],
): Promise<void> {
  const addressed = items.map((item) => ({ item, address: usableAddress(context, kind, item) }));
  context.tools.index.transaction(() => noteItems(context, kind, addressed));
  await writeItems(context, kind, addressed);
}

function noteItems<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  items: readonly AddressedItem<Item>[],
): void {
  const { index } = context.tools;
  for (const { item, address } of items) {
    const row: IndexRow<'contents'> = {
      type: kind.type,
      id: item.id,
      address,
      rank: kind.isGeneric(item) ? CONTENT_RANK.allStores : CONTENT_RANK.ownStore,
      summary: JSON.stringify(kind.summary(item)),
    };
    const known = index.get('contents', [kind.type, item.id]);
    if (known && known.address === row.address && known.rank === row.rank && known.summary === row.summary) {
      continue;
    }
    index.put('contents', row);
    if (known?.address !== row.address)
      moveContent(context, kind, item.id, known?.address ?? '', row.address);
  }
}

/** The old address may have lost its record, and leads to the new one. */
function moveContent<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  id: number,
  from: string,
  to: string,
): void {
  const { redirects } = context.tools;
  const { redirectPrefix, type } = kind;
  if (from !== '') suspectRecord(context, kind, from);
  if (redirectPrefix === null || type === 'block') return;
  redirects.occupy(redirectPrefix + to);
  redirects.retarget({ type, id });
  if (from !== '') redirects.leave(redirectPrefix + from, { type, id });
}

async function writeItems<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  items: readonly AddressedItem<Item>[],
): Promise<void> {
  const owners = items.filter((item) => isOwner(context, kind, item));
  await boundedMap(owners, context.tools.limits.kvWritesInFlight, async ({ item }) => {
    await context.write(kind.record(context, item), 'read');
  });
}

/** Two pages of one identifier may be meant for a store: only one of them has the key. */
function isOwner<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  { item, address }: AddressedItem<Item>,
): boolean {
  if (address === '') return false;
  const { index } = context.tools;
  const [owner] = index.scan('contents', { by: 'byAddress', equals: [kind.type, address], limit: 1 });
  return owner?.id === item.id && !isTaken(index, kind.type, address);
}

/**
 * Forgets content that a reading of everything did not show.
 *
 * @throws SyncError when so much is gone that nothing should be deleted.
 */
export function forgetUnseen<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  seen: readonly number[],
): void {
  refuseMassRemoval(context, kind, seen);
  if (context.isBroken(kind.entity)) return;
  context.tools.index.transaction(() => forgetAllBut(context, kind, new Set(seen)));
}

function forgetAllBut<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  present: ReadonlySet<number>,
): void {
  const { index, redirects } = context.tools;
  for (const row of index.scan('contents', { equals: [kind.type] })) {
    if (present.has(row.id)) continue;
    index.delete('contents', [kind.type, row.id]);
    suspectRecord(context, kind, row.address);
    if (kind.redirectPrefix === null || kind.type === 'block') continue;
    redirects.drop({ type: kind.type, id: row.id });
    redirects.revive(kind.redirectPrefix + row.address);
  }
}

function suspectRecord<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  address: string,
): void {
  if (address !== '') context.tools.suspects.markKey(kind.key(context, address));
}

/** Whether an address belongs to somebody whose record is not what stands under it. */
export function hasUnwrittenOwner<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
): boolean {
  const { index } = context.tools;
  return ownerRows(index, kind.type).some(({ id, address }) => {
    const record = index.get('records', [buildKey(kind.key(context, address))]);
    return record?.entityId !== id;
  });
}

/** Rows that have the key of their address, ascending by it. */
export function ownerRows(index: CatalogIndex, type: ContentType): IndexRow<'contents'>[] {
  const rows = index.scan('contents', { by: 'byAddress', equals: [type] });
  return rows.filter(
    ({ address }, n) => address !== '' && address !== rows[n - 1]?.address && !isTaken(index, type, address),
  );
}

/**
 * Summaries of the rows that have the key of their address. What only KV tells of has none: it may have left the
 * backend.
 */
export function ownerSummaries(index: CatalogIndex, type: ContentType): unknown[] {
  return ownerRows(index, type)
    .filter(({ rank }) => rank !== CONTENT_RANK.adopted)
    .map(({ summary }) => JSON.parse(summary));
}

/** A category is looked for before a CMS page: one that lives at a page's identifier hides it. */
function isTaken(index: CatalogIndex, type: ContentType, address: string): boolean {
  return type === 'cms-page' && isCategoryPath(index, address);
}
