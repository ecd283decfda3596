import type { Catalogue } from '../catalogue/catalogue.js';
import type { Currency, StoreView } from '../catalogue/store-view.js';
import type { JsonObject } from '../json.js';
import type { Query } from './query.js';
import type { ResponseCaches } from './response-caches.js';

/** What a resource gets to work with. */
export interface ApiRequest {
  readonly catalogue: Catalogue;
  readonly caches: ResponseCaches;
  readonly store: StoreView;
  readonly currency: Currency | undefined;
  readonly query: Query;
  /** Path of the request, with the API prefix. */
  readonly path: string;
  /** What the route's pattern captured. */
  readonly captures: readonly string[];
  /** The id in the path by PHP's integer cast: 906.5 is 906, garbage is 0, which no entity has. */
  readonly id: number;
  /** Epoch seconds. */
  readonly now: number;
}

export interface ItemAnswer {
  readonly kind: 'item';
  readonly type: string;
  readonly record: JsonObject;
}

export interface CollectionAnswer {
  readonly kind: 'collection';
  readonly type: string;
  readonly total: number;
  readonly members: readonly JsonObject[];
  /** Given when the collection is paged. */
  readonly window?: { readonly page: number; readonly size: number };
}

export type Answer = ItemAnswer | CollectionAnswer;

export function item(type: string, record: JsonObject): ItemAnswer {
  return { kind: 'item', type, record };
}

/** A collection that comes in one piece whatever `page` says. */
export function wholeCollection(type: string, members: readonly JsonObject[]): CollectionAnswer {
  return { kind: 'collection', type, total: members.length, members };
}
