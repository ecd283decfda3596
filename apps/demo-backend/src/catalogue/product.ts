import type { JsonObject } from '../json.js';

export type ProductType =
  | 'simple'
  | 'configurable'
  | 'grouped'
  | 'bundle'
  | 'downloadable'
  | 'virtual'
  | 'giftcard';

export type Visibility = 'not_visible' | 'catalog' | 'search' | 'catalog_search';

export interface TierPrice {
  readonly qty: number;
  readonly price: number;
}

/** A product that belongs to a composite one. Which of the optional values exist depends on the parent's type. */
export interface Part {
  readonly productId: number;
  /** Configurable: option ids of the child. */
  readonly color?: number;
  readonly size?: number;
  /** Bundle: the option the selection stands under, and whether one of its selections must be taken. */
  readonly option?: number;
  readonly required?: boolean;
  /** Grouped and bundle. */
  readonly defaultQty?: number;
}

export interface SpecialPrice {
  readonly price: number;
  /** Days in the store's calendar, `YYYY-MM-DD`; absent means open. */
  readonly from?: string;
  readonly to?: string;
}

export interface Review {
  readonly id: number;
  readonly title: string;
  readonly detail: string;
  readonly nickname: string;
  /** 1 to 5. */
  readonly rating: number;
  /** Epoch seconds. */
  readonly createdAt: number;
}

/** What a dump holds of one product in one store view. */
export interface DumpedRecords {
  readonly item: JsonObject;
  readonly listing: JsonObject | undefined;
}

/**
 * The compact state of a product: everything that edits can move and listings need.
 * Texts, options, links and images are derived from `seed` when a record is asked for,
 * or come from `dump`. Prices are in the base currency of the first store; times are epoch seconds.
 */
export interface Product {
  readonly id: number;
  sku: string;
  readonly type: ProductType;
  readonly seed: number;
  /** Index into the word groups: what kind of thing this is. */
  readonly group: number;
  enabled: boolean;
  visibility: Visibility;
  websites: readonly number[];
  categoryIds: readonly number[];
  urlKey: string;
  urlPath: string;
  readonly price: number;
  readonly special: SpecialPrice | undefined;
  readonly tiers: readonly TierPrice[] | undefined;
  qty: number;
  inStock: boolean;
  readonly createdAt: number;
  updatedAt: number;
  readonly parts: readonly Part[] | undefined;
  /** Configurable children carry their own option ids. */
  readonly own: { readonly color?: number; readonly size?: number } | undefined;
  readonly allOptions: boolean;
  /** Catalogue price rule, per cent off; shows in listings only. */
  rulePercent: number;
  addedReviews: Review[] | undefined;
  /** Edited fields by scope: '' is the default scope, otherwise a store code. A null removes the field. */
  patches: Map<string, JsonObject> | undefined;
  readonly dump: ReadonlyMap<string, DumpedRecords> | undefined;
  /** Whether an edit has moved anything since the catalogue was made. */
  touched: boolean;
}

type Required = 'id' | 'sku' | 'type' | 'seed' | 'group' | 'urlKey' | 'price' | 'createdAt';

/** A product with every field in place, so that all of them share one hidden class. */
export function newProduct(given: Pick<Product, Required> & Partial<Product>): Product {
  return {
    id: given.id,
    sku: given.sku,
    type: given.type,
    seed: given.seed,
    group: given.group,
    enabled: given.enabled ?? true,
    visibility: given.visibility ?? 'catalog_search',
    websites: given.websites ?? [],
    categoryIds: given.categoryIds ?? [],
    urlKey: given.urlKey,
    urlPath: given.urlPath ?? given.urlKey,
    price: given.price,
    special: given.special,
    tiers: given.tiers,
    qty: given.qty ?? 0,
    inStock: given.inStock ?? true,
    createdAt: given.createdAt,
    updatedAt: given.updatedAt ?? given.createdAt,
    parts: given.parts,
    own: given.own,
    allOptions: given.allOptions ?? false,
    rulePercent: given.rulePercent ?? 0,
    addedReviews: given.addedReviews,
    patches: given.patches,
    dump: given.dump,
    touched: given.touched ?? false,
  };
}

/** Types that are sold through other products and hold no stock of their own. */
export function isComposite(type: ProductType): boolean {
  return type === 'configurable' || type === 'grouped' || type === 'bundle';
}
