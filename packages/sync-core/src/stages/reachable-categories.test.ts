import { describe, expect, it } from 'vitest';
import { reachableCategories } from './reachable-categories.js';

const row = (id: number, parentId: number, level: number) => ({ id, parentId, level });
const ids = (rows: Parameters<typeof reachableCategories>[0]) =>
  [...reachableCategories(rows)].sort((a, b) => a - b);

describe('reachableCategories', () => {
  it('are all below the root, however deep, whatever order they are listed in', () => {
    const tree = [row(10, 2, 2), row(11, 10, 3), row(12, 11, 4), row(20, 2, 2)];
    expect(ids(tree)).toEqual([10, 11, 12, 20]);
    expect(ids([...tree].reverse())).toEqual([10, 11, 12, 20]);
  });

  it('do not include what hangs below a category that is not listed', () => {
    expect(ids([row(10, 2, 2), row(31, 30, 3), row(32, 31, 4)])).toEqual([10]);
  });

  it('are counted once where the backend lists one twice', () => {
    expect(ids([row(10, 2, 2), row(10, 2, 2), row(11, 10, 3)])).toEqual([10, 11]);
  });

  it('end, even where categories are each other’s parents', () => {
    expect(ids([row(10, 2, 2), row(11, 12, 3), row(12, 11, 3)])).toEqual([10]);
    expect(ids([row(10, 11, 2), row(11, 10, 3)])).toEqual([10, 11]);
  });

  it('are none in an empty tree', () => {
    expect(ids([])).toEqual([]);
  });
});
