/**
 * The tables of a store's index, said once: the in-memory and the SQL index are both made from this.
 * Rows are never lost by a new version: it adds tables, columns with a default, and indexes.
 */
export const INDEX_VERSION = 3;

const text = 'text';
const integer = 'integer';

export const indexTables = {
  /** What is known to be in KV, key by key. */
  records: {
    columns: {
      key: text,
      type: text,
      /** 0 when the key belongs to no single entity, or its entity is not known yet. */
      entityId: integer,
      /** Content hash in KV; '' when nothing sound is known to be there. */
      hash: text,
      /** Whether KV holds it, see `SETTLED`; not so from before a write until after it. */
      settled: integer,
      settledAt: integer,
      /** Whether it may have lost its claim, and whose deletes look at it: see `SUSPECT`. */
      suspect: integer,
    },
    key: ['key'],
    indexes: { byEntity: ['type', 'entityId'], bySettled: ['settled', 'type'], bySuspect: ['suspect'] },
  },
  products: {
    columns: {
      id: integer,
      sku: text,
      type: text,
      visibility: text,
      urlKey: text,
      /** `urlPath` without suffix. */
      path: text,
      /** Present address; '' for a product without a page. */
      slug: text,
      /** 1 = the backend's listing shows it. */
      listed: integer,
      /** Since when the listing has lacked it, epoch ms; 0 = it has not. */
      missing: integer,
      /** Hash of the listing record that the product's KV record was made from; '' = look again. */
      listHash: text,
      /** Hash of the listing record last seen. */
      seenHash: text,
      /** What of the listing record last seen is still needed, JSON. */
      seen: text,
      /** The product's card without its slug, JSON; '' = no record yet. */
      card: text,
      /** Ids of its categories, JSON. */
      categoryIds: text,
      /** When its item was last read, epoch ms. */
      detailAt: integer,
    },
    key: ['id'],
    indexes: {
      byUrlKey: ['urlKey'],
      byPath: ['path'],
      bySlug: ['slug'],
      byListed: ['listed'],
      byMissing: ['missing'],
      byDetail: ['detailAt'],
    },
  },
  categories: {
    columns: {
      id: integer,
      parentId: integer,
      path: text,
      level: integer,
      position: integer,
      /** 1 = reachable from the store's root through active categories. */
      inTree: integer,
      /** Hash of the listing record that its KV record was made from; '' = look again. */
      listHash: text,
      seenHash: text,
      /** Name, image, menu flag: what the tree shows, JSON. */
      node: text,
      /** CMS block shown on its page; 0 = none. */
      landingPageId: integer,
      /** Products in its listing; -1 = not read yet. */
      productCount: integer,
      /** What its listing needs: see `RELIST`. */
      relist: integer,
      /** When a by-id run last began to read its order, epoch ms: an order read from an earlier moment on is older. */
      orderReadAt: integer,
    },
    key: ['id'],
    indexes: { byPath: ['path'], byParent: ['parentId'] },
  },
  /** The merchant's order of a category, in chunks of ids. */
  orders: {
    columns: { categoryId: integer, chunk: integer, ids: text },
    key: ['categoryId', 'chunk'],
    indexes: {},
  },
  /** Which products' records show another product: variants, grouped, bundle selections, links. */
  relations: {
    columns: { childId: integer, parentId: integer, kind: text },
    key: ['childId', 'parentId', 'kind'],
    indexes: { byParent: ['parentId'] },
  },
  /** CMS pages, CMS blocks and blog posts. */
  contents: {
    columns: {
      type: text,
      id: integer,
      /** Identifier or url key. */
      address: text,
      /** Lower wins where two share an address. */
      rank: integer,
      /** Its entry in the type's index record, JSON. */
      summary: text,
    },
    key: ['type', 'id'],
    indexes: { byAddress: ['type', 'address', 'rank'] },
  },
  redirects: {
    columns: {
      path: text,
      type: text,
      id: integer,
      /** Whether its KV record is to be written again, and by which runs: see `DIRTY`. */
      dirty: integer,
    },
    key: ['path'],
    indexes: { byTarget: ['type', 'id'], byDirty: ['dirty'] },
  },
  /** Keys changed since the last publish, with the hash the published sum holds for them. */
  pending: {
    columns: { key: text, publishedHash: text },
    key: ['key'],
    indexes: {},
  },
  due: {
    columns: {
      type: text,
      id: integer,
      at: integer,
      reason: text,
      attempts: integer,
      /** A second look that is still to come, epoch ms; 0 = none. */
      secondLookAt: integer,
    },
    key: ['type', 'id'],
    indexes: { byTime: ['type', 'at'], byAt: ['at'], byReason: ['reason', 'type', 'at'] },
  },
  runs: {
    columns: {
      id: text,
      /** Rises by one with each run of the store. */
      number: integer,
      state: text,
      heartbeatAt: integer,
      /** Request, cursor and report, JSON. */
      body: text,
    },
    key: ['id'],
    indexes: { byState: ['state', 'number'], byNumber: ['number'] },
  },
  meta: {
    columns: { name: text, value: text },
    key: ['name'],
    indexes: {},
  },
} as const;

/** Columns that a version added to a table which indexes of earlier versions have. Their rows get '' or 0. */
export const addedColumns = [
  { version: 2, table: 'categories', column: 'orderReadAt' },
  { version: 2, table: 'due', column: 'secondLookAt' },
] as const satisfies {
  version: number;
  table: keyof typeof indexTables;
  column: string;
}[];

/** Indexes that a version has given up, or made anew of other columns: earlier code does not open what it leaves. */
export const droppedIndexes = [
  { version: 3, table: 'categories', index: 'byRelist' },
  { version: 3, table: 'records', index: 'bySettled' },
] as const satisfies {
  version: number;
  table: keyof typeof indexTables;
  index: string;
}[];

type Tables = typeof indexTables;
export type IndexTableName = keyof Tables;
type ColumnValue<C> = C extends 'integer' ? number : string;
export type IndexRow<T extends IndexTableName> = {
  -readonly [C in keyof Tables[T]['columns']]: ColumnValue<Tables[T]['columns'][C]>;
};

/** The shape every entry of `indexTables` has, for code that works on any table. */
export interface IndexTable {
  readonly columns: Readonly<Record<string, 'text' | 'integer'>>;
  readonly key: readonly string[];
  readonly indexes: Readonly<Record<string, readonly string[]>>;
}
