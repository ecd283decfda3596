import { describe, expect, it } from 'vitest';
import { detailDueAt, retryDueAt, windowDueAt } from './due-times.js';

const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 10, 23, 12);
const ids = Array.from({ length: 5_000 }, (_, n) => n + 1);

describe('detailDueAt', () => {
  it('is 18 to 24 hours after the reading', () => {
    for (const id of ids) {
      const hours = (detailDueAt('product', id, NOW) - NOW) / HOUR_MS;
      expect(hours).toBeGreaterThanOrEqual(18);
      expect(hours).toBeLessThanOrEqual(24);
    }
  });

  it('never lets a shop’s details fall due together: no ten minutes hold a tenth of them', () => {
    const buckets = new Map<number, number>();
    for (const id of ids) {
      const bucket = Math.floor((detailDueAt('product', id, NOW) - NOW) / (10 * MINUTE_MS));
      buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
    }
    // Six hours are 36 such buckets.
    expect(buckets.size).toBeGreaterThanOrEqual(36);
    expect(Math.max(...buckets.values())).toBeLessThan(ids.length / 10);
  });

  it('spreads even a few neighbouring ids over hours', () => {
    const times = ids.slice(0, 20).map((id) => detailDueAt('product', id, NOW));
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(HOUR_MS);
  });

  it('is the same for one entity each time, and another for another type of that id', () => {
    expect(detailDueAt('product', 7, NOW)).toBe(detailDueAt('product', 7, NOW));
    expect(detailDueAt('product', 7, NOW)).not.toBe(detailDueAt('category', 7, NOW));
  });
});

describe('windowDueAt', () => {
  it('looks at the special price and at the “new” badge, whichever turns first', () => {
    const dates = { specialFromDate: '2026-12-01', specialToDate: '2026-12-24', newsToDate: '2026-11-27' };
    expect(windowDueAt(dates, 'UTC', NOW)).toBe(Date.UTC(2026, 10, 28));
    expect(windowDueAt({ ...dates, newsToDate: undefined }, 'UTC', NOW)).toBe(Date.UTC(2026, 11, 1));
    expect(windowDueAt({ newsFromDate: '2026-11-24' }, 'UTC', NOW)).toBe(Date.UTC(2026, 10, 24));
  });

  it('is nothing for a product without dates ahead', () => {
    expect(windowDueAt({}, 'UTC', NOW)).toBeNull();
    expect(windowDueAt({ specialFromDate: '2020-01-01' }, 'UTC', NOW)).toBeNull();
  });
});

describe('retryDueAt', () => {
  it('waits 1, 2, 4 … minutes and an hour at the most', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 500].map(
      (attempts) => (retryDueAt(attempts, NOW) - NOW) / MINUTE_MS,
    );
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });
});
