import type { JsonObject } from '../json.js';

/** A category; times are epoch seconds, `fields` hold the API's text fields in the default scope. */
export interface Category {
  readonly id: number;
  parentId: number;
  position: number;
  isActive: boolean;
  includeInMenu: boolean;
  isAnchor: boolean;
  /** name, description, urlKey, urlPath, image, displayMode, landingPageId, cmsBlock, meta fields … */
  fields: JsonObject;
  /** The same by store code, where a store view has its own value. */
  readonly byStore: Map<string, JsonObject>;
  /** Merchant's positions of directly assigned products; others take a position derived from their id. */
  readonly positions: Map<number, number>;
  /** A dumped listing order by store code: product id to rank. */
  readonly dumpedRanks: Map<string, ReadonlyMap<number, number>>;
  /** What the database counters of a dump hold beyond the records that are known. */
  childrenOffset: number;
  productOffset: Map<string, number>;
  readonly createdAt: number;
  updatedAt: number;
}

/** Fields of a category as one store view sees them. */
export function categoryFields(category: Category, storeCode: string): JsonObject {
  const own = category.byStore.get(storeCode);
  return own === undefined ? category.fields : { ...category.fields, ...own };
}
