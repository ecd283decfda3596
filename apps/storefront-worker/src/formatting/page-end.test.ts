import { describe, expect, it } from 'vitest';
import { pageEndsAt } from './page-end.js';

const time = { now: Date.parse('2026-11-23T12:00:00Z'), config: { timezone: 'Europe/Berlin' } };
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

describe('the end of a page', () => {
  it('is the midnight after the last day of a special price', () => {
    expect(iso(pageEndsAt({ specialPrice: 5, specialToDate: '2026-11-25' }, time))).toBe(
      '2026-11-25T23:00:00.000Z',
    );
  });

  it('is the midnight before the first day', () => {
    expect(iso(pageEndsAt({ specialPrice: 5, specialFromDate: '2026-12-01' }, time))).toBe(
      '2026-11-30T23:00:00.000Z',
    );
  });

  it('is the earliest of all products on the page, “new” badges included', () => {
    const cards = [
      { specialPrice: 5, specialToDate: '2026-11-30' },
      { newsFromDate: '2026-11-01', newsToDate: '2026-11-24' },
    ];
    expect(iso(pageEndsAt(cards, time))).toBe('2026-11-24T23:00:00.000Z');
  });

  it('does not go by the dates of a special price that is not there', () => {
    expect(pageEndsAt({ specialToDate: '2026-11-25' }, time)).toBeNull();
  });

  it.each([[[]], [[{}]], [[{ specialPrice: 5, specialToDate: '2020-01-01' }]]])(
    'is open for %j',
    (products) => {
      expect(pageEndsAt(products, time)).toBeNull();
    },
  );
});
