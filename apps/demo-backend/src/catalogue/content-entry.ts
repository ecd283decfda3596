import type { JsonObject } from '../json.js';

/** A CMS page, CMS block, blog post or blog category. Times are epoch seconds. */
export interface ContentEntry {
  readonly id: number;
  isActive: boolean;
  /** The record's fields in API order, without id, status, isActive, stores and dates. */
  fields: JsonObject;
  readonly byStore: Map<string, JsonObject>;
  /** Store ids as Maho reports them; [0] means all. */
  stores: readonly number[];
  /** Store codes that see it; undefined means all. */
  readonly storeCodes: ReadonlySet<string> | undefined;
  readonly createdAt: number;
  updatedAt: number;
}

/** Fields of an entry as one store view sees them. */
export function contentFields(entry: ContentEntry, storeCode: string): JsonObject {
  const own = entry.byStore.get(storeCode);
  return own === undefined ? entry.fields : { ...entry.fields, ...own };
}
