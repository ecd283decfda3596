import { buildKey, type KvKey, KvSchemaError } from '@maho-storefront/kv-schema';
import type { Page, RejectedMember } from '@maho-storefront/maho-client';
import { isCategoryPath } from '../addresses/category-paths.js';
import type { IndexRow } from '../catalog-index/tables.js';
import type { CatalogIndex } from '../ports/catalog-index.js';
import { CONTENTS_PER_PAGE } from '../run/backend.js';
import { boundedMap } from '../run/bounded-map.js';
import { isMassRemoval } from '../run/mass-removal.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
import { SyncError } from '../run/sync-error.js';
import type { SyncEntity } from '../run/sync-scope.js';
import type { RecordToWrite, WritableKey } from '../writing/record-writer.js';

/** `contents` rows of this type; also the type of their keys. */
export type ContentType = 'cms-page' | 'block' | 'blog-post';

/** How one kind of content is read, addressed and written. */
export interface ContentKind<Item extends { id: number }> {
  entity: SyncEntity;
  type: ContentType;
  /** Address below the store, by which a redirect would lead to it; null when it has no page. */
  redirectPrefix: string | null;
  read(context: RunContext, page: number): Promise<Page<Item>>;
  /** Identifier or url key. */
  address(item: Item): string;
  /** Whether it is meant for all stores: one made for this store goes before it. */
  isGeneric(item: Item): boolean;
  /** Its entry in the index record. */
  summary(item: Item): object;
  key(context: RunContext, address: string): KvKey;
  record(context: RunContext, item: Item): RecordToWrite<WritableKey>;
  /** When everything has been read. */
  finish?(context: RunContext): Promise<void>;
}

interface ContentCursor {
  page: number;
  /** Ids that are done. */
  seen: number[];
  /** How often everything was read again: the order moved, or an address passed to somebody read before. */
  rereads: number;
}

/** The index record is written at the end of the last step. */
const FINISHING_WRITES = 1;
/** Maho orders contents without a tie-break, so one may slip from a page that is read next to one that was. */
const MAX_REREADS = 2;

/** A stage that copies all content of one kind, and forgets what the backend does not list any more. */
export function contentStage<Item extends { id: number }>(kind: ContentKind<Item>): Stage<ContentCursor> {
  return {
    entity: kind.entity,
    cost: { kvOperations: 2, requests: 1 },
    begin: () => ({ page: 1, seen: [], rereads: 0 }),
    async step(context, cursor) {
      const page = await kind.read(context, cursor.page);
      reportRejected(context, kind.entity, page.rejected);
      const done = new Set(cursor.seen);
      const left = page.items.filter(({ id }) => !done.has(id));
      const part = left.slice(0, Math.max(1, context.tools.budget.kvLeft - FINISHING_WRITES));
      const items = part.map((item) => ({ item, address: usableAddress(context, kind, item) }));
      context.tools.index.transaction(() => noteItems(context, kind, items));
      await writeItems(context, kind, items);
      const next = { ...cursor, seen: [...cursor.seen, ...part.map(({ id }) => id)] };
      if (part.length < left.length) return next;
      if (cursor.page * CONTENTS_PER_PAGE < page.totalItems) return { ...next, page: cursor.page + 1 };
      const again = { page: 1, seen: [], rereads: cursor.rereads + 1 };
      if (next.seen.length !== page.totalItems - page.rejected.length) {
        if (cursor.rereads < MAX_REREADS) return again;
        context.break(kind.entity, unsteady(kind.entity));
      }
      refuseMassRemoval(context, kind, next.seen);
      context.tools.index.transaction(() => forgetUnseen(context, kind, next.seen));
      if (cursor.rereads < MAX_REREADS && hasUnwrittenOwner(context, kind)) return again;
      context.complete(kind.entity);
      await kind.finish?.(context);
      return null;
    },
  };
}

function reportRejected(context: RunContext, entity: SyncEntity, rejected: readonly RejectedMember[]): void {
  for (const { id, reason } of rejected) {
    context.break(entity, new Error(`Unreadable: ${reason}${id === null ? '' : ` (id ${id})`}`));
  }
}

function unsteady(entity: SyncEntity): SyncError {
  return new SyncError(
    'unsteady_listing',
    `The listing of ${entity} moved each time it was read; nothing of it was deleted`,
  );
}

/** @throws SyncError when so much is gone that nothing should be deleted. */
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
      rank: kind.isGeneric(item) ? 1 : 0,
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

function forgetUnseen<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  seen: readonly number[],
): void {
  const { index, redirects } = context.tools;
  if (context.isBroken(kind.entity)) return;
  const present = new Set(seen);
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
function hasUnwrittenOwner<Item extends { id: number }>(
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

/** A category is looked for before a CMS page: one that lives at a page's identifier hides it. */
function isTaken(index: CatalogIndex, type: ContentType, address: string): boolean {
  return type === 'cms-page' && isCategoryPath(index, address);
}
