import type { Query } from './query.js';

export interface PageSizes {
  readonly standard: number;
  readonly max: number;
}

/** The page a request asks for and the slice it gets. */
export interface PageWindow {
  /** As asked for, at least 1; links are built from it. */
  readonly page: number;
  readonly size: number;
}

/** PHP's integer cast: leading digits, else 0. */
export function phpInteger(text: string): number {
  const found = /^\s*[-+]?\d+/.exec(text);
  return found === null ? 0 : Number(found[0]);
}

/** `page` from 1; `itemsPerPage`, else `pageSize`, else the default; clamped to 1 … max, so 0 and garbage mean 1. */
export function pageWindow(query: Query, sizes: PageSizes): PageWindow {
  const page = Math.max(1, phpInteger(query.scalar('page') ?? '1'));
  const sizeName = query.has('itemsPerPage') ? 'itemsPerPage' : 'pageSize';
  if (!query.has(sizeName)) return { page, size: sizes.standard };
  const size = phpInteger(query.scalar(sizeName) ?? '');
  return { page, size: Math.min(sizes.max, Math.max(1, size)) };
}

/** The entries of a page; past the end the last page comes again, as Maho's collections clamp it. */
export function sliceOf<T>(all: readonly T[], window: PageWindow): readonly T[] {
  const last = Math.max(1, Math.ceil(all.length / window.size));
  const start = (Math.min(window.page, last) - 1) * window.size;
  return all.slice(start, start + window.size);
}
