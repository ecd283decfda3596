import type { FetchLike } from '../transport/json-attempt.js';
import { collection, json, scriptedFetch } from './scripted-fetch.js';

/** How the backend behaves; `rows` is called for each request, so that the collection can change under way. */
export interface PagedBackend {
  readonly rows: (request: number) => readonly unknown[];
  readonly maxItemsPerPage?: number;
  readonly ignoresPage?: boolean;
}

/** A backend that pages as Maho does: silent clamping, and the last page again for every page past the end. */
export function pagedBackend({ rows, maxItemsPerPage = 100, ignoresPage = false }: PagedBackend): {
  fetch: FetchLike;
  pagesAsked: () => number[];
} {
  let request = 0;
  const { fetch, seen } = scriptedFetch((asked) => {
    request += 1;
    const all = rows(request);
    const size = Math.min(maxItemsPerPage, Number(asked.url.searchParams.get('itemsPerPage') ?? 20));
    const last = Math.max(1, Math.ceil(all.length / size));
    const page = ignoresPage ? 1 : Math.min(last, Number(asked.url.searchParams.get('page') ?? 1));
    return json(collection(all.slice((page - 1) * size, page * size), all.length))(asked);
  });
  return { fetch, pagesAsked: () => seen.map(({ url }) => Number(url.searchParams.get('page'))) };
}

/** Rows with the ids from `first` to `last`. */
export function rowsWithIds(first: number, last: number): { id: number }[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({ id: first + index }));
}
