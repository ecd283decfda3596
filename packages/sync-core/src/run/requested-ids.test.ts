import { describe, expect, it } from 'vitest';
import { requestedIds } from './requested-ids.js';
import { SyncError } from './sync-error.js';

describe('requestedIds', () => {
  it('gives each id once, in the order of the request', () => {
    expect(requestedIds({ scope: 'products-by-id', ids: [7, 3, 7, 9, 3] })).toEqual([7, 3, 9]);
  });

  it('gives none for a scope that is not by id', () => {
    expect(requestedIds({ scope: 'full' })).toEqual([]);
  });

  it('takes ten thousand ids, and an empty list', () => {
    const ids = Array.from({ length: 10_000 }, (_, n) => n + 1);
    expect(requestedIds({ scope: 'categories-by-id', ids })).toHaveLength(10_000);
    expect(requestedIds({ scope: 'categories-by-id', ids: [] })).toEqual([]);
  });

  it.each([[0], [-1], [1.5], [Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 53]])(
    'refuses %s, which is the id of nothing, and says so',
    (id) => {
      const attempt = () => requestedIds({ scope: 'products-by-id', ids: [1, id] });
      expect(attempt).toThrow(SyncError);
      expect(attempt).toThrow(expect.objectContaining({ code: 'invalid_ids', retryable: false }));
      expect(attempt).toThrow(/positive whole number/);
    },
  );

  it('refuses ids where they mean nothing, and their absence where they are needed', () => {
    expect(() => requestedIds({ scope: 'full', ids: [1] })).toThrow(/takes no ids/);
    expect(() => requestedIds({ scope: 'products-by-id' })).toThrow(/needs ids/);
  });

  it('refuses a list that is longer than what anybody edits', () => {
    const ids = Array.from({ length: 10_001 }, (_, n) => n + 1);
    expect(() => requestedIds({ scope: 'products-by-id', ids })).toThrow(/At most 10000 ids/);
  });
});
