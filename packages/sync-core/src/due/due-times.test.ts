import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailDueAt, retryDueAt, secondLookAt, windowDueAt } from './due-times.js';

const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 10, 23, 12);
const ids = Array.from({ length: 5_000 }, (_, n) => n + 1);

describe('detailDueAt', () => {
  it('is 18 to 24 hours after the reading, a quarter of an hour less at the most', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: NOW, max: NOW + 100 * HOUR_MS }), (id, readAt) => {
        const hours = (detailDueAt('product', id, readAt) - readAt) / HOUR_MS;
        expect(hours).toBeGreaterThan(17.75);
        expect(hours).toBeLessThanOrEqual(24);
      }),
    );
  });

  it('never lets a shop’s details fall due together: no quarter of an hour holds a tenth of them', () => {
    const perQuarter = new Map<number, number>();
    for (const id of ids) {
      const quarter = Math.floor(detailDueAt('product', id, NOW) / (15 * MINUTE_MS));
      perQuarter.set(quarter, (perQuarter.get(quarter) ?? 0) + 1);
    }
    // Six hours have 24 of them.
    expect(perQuarter.size).toBeGreaterThanOrEqual(24);
    expect(Math.max(...perQuarter.values())).toBeLessThan(ids.length / 10);
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

describe('secondLookAt', () => {
  it('is when the backend’s cache has let go, and hardly later', () => {
    fc.assert(
      fc.property(fc.integer({ min: NOW, max: NOW + HOUR_MS }), (readAt) => {
        const seconds = (secondLookAt(readAt) - readAt) / 1_000;
        expect(seconds).toBeGreaterThanOrEqual(310);
        expect(seconds).toBeLessThan(320);
      }),
    );
  });
});

describe('retryDueAt', () => {
  it('waits 1, 2, 4 … minutes and an hour at the most', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 500].map(
      (attempts) => (retryDueAt(attempts, NOW) - NOW) / MINUTE_MS,
    );
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('never comes early, and hardly late', () => {
    fc.assert(
      fc.property(fc.integer({ min: NOW, max: NOW + HOUR_MS }), (now) => {
        const lateBy = retryDueAt(1, now) - now - MINUTE_MS;
        expect(lateBy).toBeGreaterThanOrEqual(0);
        expect(lateBy).toBeLessThan(10_000);
      }),
    );
  });
});
