import { describe, expect, it } from 'vitest';
import { pageWindow, sliceOf } from './page-window.js';
import { Query } from './query.js';

const SIZES = { standard: 20, max: 100 };
const windowOf = (search: string) => pageWindow(new Query(search), SIZES);
const numbers = Array.from({ length: 45 }, (_, n) => n + 1);

describe('page window', () => {
  it('takes the default size without a parameter', () => {
    expect(windowOf('')).toEqual({ page: 1, size: 20 });
  });

  it.each([
    ['itemsPerPage=1000', 100],
    ['itemsPerPage=0', 1],
    ['itemsPerPage=-5', 1],
    ['itemsPerPage=abc', 1],
    ['itemsPerPage[]=5', 1],
    ['pageSize=5', 5],
    ['pageSize=5&itemsPerPage=7', 7],
  ])('reads %s as %i per page', (search, size) => {
    expect(windowOf(search).size).toBe(size);
  });

  it.each(['page=0', 'page=-3', 'page=abc', 'page[]=4'])('reads %s as page 1', (search) => {
    expect(windowOf(search).page).toBe(1);
  });

  it('gives the last page again past the end', () => {
    expect(sliceOf(numbers, { page: 99, size: 20 })).toEqual([41, 42, 43, 44, 45]);
  });

  it('gives nothing of an empty list', () => {
    expect(sliceOf([], { page: 3, size: 20 })).toEqual([]);
  });
});
