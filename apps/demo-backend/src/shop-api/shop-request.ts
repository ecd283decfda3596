import type { StoreView } from '../catalogue/store-view.js';
import { authenticationRequired } from '../http/api-error.js';
import { phpInteger } from '../http/page-window.js';
import type { Query } from '../http/query.js';
import { type JsonObject, stringIn } from '../json.js';
import type { Customer } from '../shop/customer/customer.js';
import type { Shop } from '../shop/shop.js';

/** What a shopping route gets to work with. */
export interface ShopRequest {
  readonly shop: Shop;
  readonly store: StoreView;
  /** Whose token came with the request. */
  readonly customer: Customer | undefined;
  /** The token itself. */
  readonly token: string | undefined;
  /** What the route's pattern captured. */
  readonly captures: readonly string[];
  readonly body: JsonObject;
  readonly query: Query;
  readonly headers: Headers;
  /** The shopper's address, as far as the request tells: limits count by it. */
  readonly address: string;
  /** Path of the request, with the API prefix. */
  readonly path: string;
}

/** An answer in one of the API's formats. */
export type ShopAnswer =
  | {
      readonly kind: 'item';
      readonly type: string;
      readonly record: JsonObject;
      readonly status: number;
      readonly location?: string;
    }
  | {
      readonly kind: 'collection';
      readonly type: string;
      readonly members: readonly JsonObject[];
      readonly total: number;
      readonly window?: { readonly page: number; readonly size: number };
    }
  /** Plain JSON whatever format was asked for. */
  | { readonly kind: 'raw'; readonly body: JsonObject | readonly JsonObject[] }
  | { readonly kind: 'none' };

export function item(type: string, record: JsonObject): ShopAnswer {
  return { kind: 'item', type, record, status: 200 };
}

/** Something that has an address of its own now. */
export function created(type: string, record: JsonObject, location?: string): ShopAnswer {
  return { kind: 'item', type, record, status: 201, ...(location === undefined ? {} : { location }) };
}

export function collection(type: string, members: readonly JsonObject[]): ShopAnswer {
  return { kind: 'collection', type, members, total: members.length };
}

export const NOTHING: ShopAnswer = { kind: 'none' };

/** Who is signed in. Throws ApiError 401. */
export function signedIn({ customer }: ShopRequest): Customer {
  if (customer === undefined) throw authenticationRequired();
  return customer;
}

/** A text of the body, trimmed; empty where there is none. */
export function textIn(body: JsonObject, name: string): string {
  const value = body[name];
  return typeof value === 'number' ? String(value) : (stringIn(value) ?? '').trim();
}

/** A segment of the path as text; as it stands where it is no proper encoding. */
export function segmentAt({ captures }: ShopRequest, index: number): string {
  const segment = captures[index] ?? '';
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}

/** The number in a path, by PHP's cast. */
export function numberAt({ captures }: ShopRequest, index: number): number {
  return phpInteger(captures[index] ?? '');
}
