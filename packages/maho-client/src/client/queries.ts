import type { Query } from '../transport/request-url.js';

/** Which page of a collection. */
export interface PageQuery {
  /** From 1, the default. */
  readonly page?: number | undefined;
  /** At most 100 (categories 500); the backend clamps silently. */
  readonly itemsPerPage?: number | undefined;
}

/** Of `GET /categories`. */
export interface CategoryQuery extends PageQuery {
  /**
   * Direct children of this category; `any` for the whole active tree, flat; the store's root by default.
   * `any` is sent as `parentId[gt]=0`, which Maho passes to its database layer without documenting it.
   */
  readonly parentId?: number | 'any' | undefined;
  readonly includeInMenu?: boolean | undefined;
  /** Part of the name. */
  readonly search?: string | undefined;
}

/** The orders that products can be listed in; only `position` has a tie-break, so a crawl uses `entity_id`. */
export type ProductSort =
  | 'created_at'
  | 'entity_id'
  | 'name'
  | 'position'
  | 'price'
  | 'sku'
  | 'special_price'
  | 'updated_at';

/** Of `GET /products`. */
export interface ProductQuery extends PageQuery {
  readonly sortBy?: ProductSort | undefined;
  readonly sortDir?: 'asc' | 'desc' | undefined;
  /** An id that left the tree is answered with unrelated products, not with an error. */
  readonly categoryId?: number | undefined;
  readonly search?: string | undefined;
  /** Exact url key; hidden products are listed too, and every other filter is ignored. */
  readonly urlKey?: string | undefined;
  /**
   * Only these; at most as many as fit on a page. Sent as `attr_entity_id[in][]`, which Maho passes to its
   * database layer without documenting it: a backend that ignores it answers with other products.
   */
  readonly ids?: readonly number[] | undefined;
  /** Changed at or after this moment, to the second. */
  readonly updatedSince?: Date | undefined;
  /** Any text not used before: sent as a parameter without meaning, it defeats the backend's 300 s listing cache. */
  readonly nonce?: string | number | undefined;
}

/** Of CMS pages and blocks and of the blog. */
export interface ContentQuery extends PageQuery {
  /** CMS: exact for pages, part of the identifier for blocks. */
  readonly identifier?: string | undefined;
  /** Blog: exact. */
  readonly urlKey?: string | undefined;
  readonly updatedSince?: Date | undefined;
}

/** The parameters of a category query as the API names them. */
export function categoryParameters({ parentId, ...rest }: CategoryQuery): Query {
  return parentId === 'any' ? { ...rest, 'parentId[gt]': 0 } : { ...rest, parentId };
}

/** The parameters of a product query as the API names them. */
export function productParameters({ ids, nonce, updatedSince, ...rest }: ProductQuery): Query {
  return { ...rest, 'attr_entity_id[in][]': ids, updatedSince: utcText(updatedSince), _: nonce };
}

/** The parameters of a content query as the API names them. */
export function contentParameters({ updatedSince, ...rest }: ContentQuery): Query {
  return { ...rest, updatedSince: utcText(updatedSince) };
}

/** Always with `Z`: Maho takes the wall time of any other offset for UTC. */
function utcText(moment: Date | undefined): string | undefined {
  return moment?.toISOString();
}
