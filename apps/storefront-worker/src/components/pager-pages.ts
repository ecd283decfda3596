/** Pages beside the present one that get a link of their own. */
const NEIGHBOURS = 2;
/** A longer list of pages names every tenth only; the neighbours lead to those between. */
const MAX_LISTED = 100;
const STEP = 10;

/**
 * The pages a compact pager links: the first, the last and the neighbours of the present one.
 *
 * @returns ascending; null stands for pages left out.
 */
export function compactPages(page: number, totalPages: number): (number | null)[] {
  const shown = new Set([1, totalPages]);
  for (let near = page - NEIGHBOURS; near <= page + NEIGHBOURS; near += 1) {
    if (near >= 1 && near <= totalPages) shown.add(near);
  }
  const pages = [...shown].sort((a, b) => a - b);
  return pages.flatMap((number, n) => {
    const gap = number - (pages[n - 1] ?? number - 1);
    if (gap === 2) return [number - 1, number];
    return gap > 2 ? [null, number] : [number];
  });
}

/** The pages of the list to jump from: all, or every tenth where that would be more than a hundred. */
export function jumpPages(totalPages: number): number[] {
  const step = totalPages > MAX_LISTED ? STEP : 1;
  const pages: number[] = [];
  for (let page = step; page <= totalPages; page += step) pages.push(page);
  return pages;
}
