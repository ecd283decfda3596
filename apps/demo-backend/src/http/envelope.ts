import type { JsonObject, JsonValue } from '../json.js';
import type { Format } from './negotiation.js';
import type { PageWindow } from './page-window.js';
import type { Query } from './query.js';

export interface Collection {
  readonly type: string;
  readonly path: string;
  readonly total: number;
  readonly members: readonly JsonObject[];
  /** Absent for collections that are never paged. */
  readonly window: PageWindow | undefined;
  readonly query: Query;
}

/** Plain JSON knows neither types nor made-up addresses. */
function withoutType(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutType);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) =>
      key === '@type' || key === '@id' ? [] : [[key, withoutType(entry)]],
    ),
  );
}

/** An item: `@context` and `@type` in ld+json, bare properties in JSON. */
export function itemBody(record: JsonObject, type: string, format: Format): JsonValue {
  if (format === 'application/json') return withoutType(record);
  return { '@context': `/api/contexts/${type}`, '@type': type, ...record };
}

/** A collection: an envelope with `member`, `totalItems` and `view` in ld+json, a bare array in JSON. */
export function collectionBody(collection: Collection, format: Format): JsonValue {
  if (format === 'application/json') return collection.members.map(withoutType);
  const view = viewOf(collection);
  return {
    '@context': `/api/contexts/${collection.type}`,
    '@id': collection.path,
    '@type': 'Collection',
    totalItems: collection.total,
    member: collection.members,
    ...(view === undefined ? {} : { view }),
  };
}

/**
 * Links between pages. They exist when there is more than one page, or any parameter besides the paging switches,
 * and they count from the page that was asked for, even past the end.
 */
function viewOf({ path, total, window, query }: Collection): JsonObject | undefined {
  const last = window === undefined ? 1 : Math.max(1, Math.ceil(total / window.size));
  if (last === 1 || window === undefined) {
    if (!query.hasOtherThan(['page', 'pagination'])) return undefined;
    return { '@id': `${path}?${query.canonical('page')}`, '@type': 'PartialCollectionView' };
  }
  const rest = query.canonical('page');
  const link = (page: number) => `${path}?${rest}${rest === '' ? '' : '&'}page=${page}`;
  return {
    '@id': link(window.page),
    '@type': 'PartialCollectionView',
    first: link(1),
    last: link(last),
    ...(window.page > 1 ? { previous: link(window.page - 1) } : {}),
    ...(window.page < last ? { next: link(window.page + 1) } : {}),
  };
}
