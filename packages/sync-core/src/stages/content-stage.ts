import type { Page } from '@maho-storefront/maho-client';
import type { IndexRow } from '../catalog-index/tables.js';
import { CONTENTS_PER_PAGE } from '../run/backend.js';
import { boundedMap } from '../run/bounded-map.js';
import type { RunContext } from '../run/run-context.js';
import type { Stage } from '../run/stage.js';
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
  /** Identifier or url key; '' for what cannot have a key. */
  address(item: Item): string;
  /** Whether it is meant for all stores: one made for this store goes before it. */
  isGeneric(item: Item): boolean;
  /** Its entry in the index record. */
  summary(item: Item): object;
  record(context: RunContext, item: Item): RecordToWrite<WritableKey>;
  /** When everything has been read. */
  finish?(context: RunContext): Promise<void>;
}

interface ContentCursor {
  page: number;
  seen: number[];
  /** Addresses that changed; redirects are left when all are known. */
  moves: { id: number; from: string }[];
  /** Read once more, because an address lost its owner. */
  isSecondRead: boolean;
}

const WRITES_PER_STEP = CONTENTS_PER_PAGE;

/** A stage that copies all content of one kind, and forgets what the backend does not list any more. */
export function contentStage<Item extends { id: number }>(kind: ContentKind<Item>): Stage<ContentCursor> {
  return {
    entity: kind.entity,
    cost: { kvOperations: WRITES_PER_STEP, requests: 1 },
    begin: () => ({ page: 1, seen: [], moves: [], isSecondRead: false }),
    async step(context, cursor) {
      const page = await kind.read(context, cursor.page);
      for (const { id, reason } of page.rejected) {
        context.break(kind.entity, new Error(`Unreadable: ${reason}${id === null ? '' : ` (id ${id})`}`));
      }
      const moves = context.tools.index.transaction(() => noteItems(context, kind, page.items));
      await writeItems(context, kind, page.items);
      const next = {
        ...cursor,
        page: cursor.page + 1,
        seen: [...new Set([...cursor.seen, ...page.items.map(({ id }) => id)])],
        moves: [...cursor.moves, ...moves],
      };
      if (cursor.page * CONTENTS_PER_PAGE < page.totalItems) return next;
      const hasOrphans = context.tools.index.transaction(() => forgetUnseen(context, kind, next));
      if (hasOrphans && !cursor.isSecondRead) return { ...next, page: 1, isSecondRead: true };
      context.complete(kind.entity);
      await kind.finish?.(context);
      return null;
    },
  };
}

function noteItems<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  items: readonly Item[],
): { id: number; from: string }[] {
  const { index } = context.tools;
  const moves: { id: number; from: string }[] = [];
  for (const item of items) {
    const row: IndexRow<'contents'> = {
      type: kind.type,
      id: item.id,
      address: kind.address(item),
      rank: kind.isGeneric(item) ? 1 : 0,
      summary: JSON.stringify(kind.summary(item)),
    };
    const known = index.get('contents', [kind.type, item.id]);
    if (known && known.address === row.address && known.rank === row.rank && known.summary === row.summary)
      continue;
    index.put('contents', row);
    if (known?.address === row.address) continue;
    if (known) moves.push({ id: item.id, from: known.address });
    if (kind.redirectPrefix !== null) context.tools.redirects.occupy(kind.redirectPrefix + row.address);
  }
  return moves;
}

async function writeItems<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  items: readonly Item[],
): Promise<void> {
  const owners = items.filter((item) => isOwner(context, kind, item));
  await boundedMap(owners, context.tools.limits.kvWritesInFlight, async (item) => {
    await context.write(kind.record(context, item));
  });
}

/** Two pages of one identifier may be meant for a store: only one of them has the key. */
function isOwner<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  item: Item,
): boolean {
  const address = kind.address(item);
  if (address === '') return false;
  const [owner] = context.tools.index.scan('contents', {
    by: 'byAddress',
    equals: [kind.type, address],
    limit: 1,
  });
  return owner?.id === item.id;
}

/** @returns whether an address that somebody else still claims has lost its owner. */
function forgetUnseen<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  { seen, moves }: ContentCursor,
): boolean {
  const { index, redirects } = context.tools;
  const present = new Set(seen);
  const freed = moves.map(({ from }) => from);
  if (!context.isBroken(kind.entity)) {
    for (const row of index.scan('contents', { equals: [kind.type] })) {
      if (present.has(row.id)) continue;
      index.delete('contents', [kind.type, row.id]);
      freed.push(row.address);
      if (kind.type !== 'block') redirects.drop({ type: kind.type, id: row.id });
    }
  }
  for (const address of freed) {
    suspectRecord(context, kind, address);
    if (kind.redirectPrefix !== null) redirects.revive(kind.redirectPrefix + address);
  }
  for (const { id, from } of moves) leaveRedirect(context, kind, id, from);
  return freed.some(
    (address) => index.count('contents', { by: 'byAddress', equals: [kind.type, address] }) > 0,
  );
}

function suspectRecord<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  address: string,
): void {
  const { index, suspects } = context.tools;
  if (index.count('contents', { by: 'byAddress', equals: [kind.type, address] }) > 0) return;
  for (const { key } of index.scan('records', { by: 'byEntity', equals: [kind.type] })) suspects.mark(key);
}

function leaveRedirect<Item extends { id: number }>(
  context: RunContext,
  kind: ContentKind<Item>,
  id: number,
  from: string,
): void {
  const { type, redirectPrefix } = kind;
  if (redirectPrefix === null || type === 'block' || from === '') return;
  context.tools.redirects.retarget({ type, id });
  context.tools.redirects.leave(redirectPrefix + from, { type, id });
}
