import { describe, expect, it } from 'vitest';
import { compactPages, jumpPages } from './pager-pages.js';

/** Pages one gets to from page 1 by following links. */
function reachable(totalPages: number): Set<number> {
  const seen = new Set([1]);
  for (const page of seen) {
    const links = [...compactPages(page, totalPages), ...jumpPages(totalPages), page - 1, page + 1];
    for (const link of links) {
      if (link !== null && link >= 1 && link <= totalPages) seen.add(link);
    }
  }
  return seen;
}

describe('a pager', () => {
  it.each([1, 2, 5, 7, 8, 48, 100, 101, 1999])('reaches every one of %i pages', (totalPages) => {
    expect(reachable(totalPages).size).toBe(totalPages);
  });

  it.each([100, 101, 1999])('reaches any of %i pages in few steps', (totalPages) => {
    const listed = [...jumpPages(totalPages), 1, totalPages];
    for (let page = 1; page <= totalPages; page += 1) {
      expect(Math.min(...listed.map((number) => Math.abs(number - page)))).toBeLessThanOrEqual(9);
    }
  });

  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
    [1, 20, [1, 2, 3, null, 20]],
    [10, 20, [1, null, 8, 9, 10, 11, 12, null, 20]],
    [5, 20, [1, 2, 3, 4, 5, 6, 7, null, 20]],
  ])('at page %i of %i shows %j', (page, totalPages, shown) => {
    expect(compactPages(page, totalPages)).toEqual(shown);
  });
});
