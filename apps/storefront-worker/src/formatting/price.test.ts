import { describe, expect, it } from 'vitest';
import { type Priced, priceOf, savedPercent } from './price.js';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const time = { now: NOON, config: { timezone: 'Europe/Berlin' } };
const simple: Priced = { type: 'simple', currency: 'USD', price: 100, finalPrice: 100 };
const special: Priced = { ...simple, specialPrice: 80 };

describe('the price to show', () => {
  it.each<[string, Priced, number, number | null]>([
    ['without a special price', simple, 100, null],
    ['with one that has no dates', { ...special, finalPrice: 80 }, 80, 100],
    [
      'with one between its dates',
      { ...special, finalPrice: 80, specialFromDate: '2026-11-01', specialToDate: '2026-11-30' },
      80,
      100,
    ],
    ['on its last day', { ...special, finalPrice: 80, specialToDate: '2026-11-23' }, 80, 100],
    ['on its first day', { ...special, finalPrice: 80, specialFromDate: '2026-11-23' }, 80, 100],
    ['with one that began since the sync', { ...special, specialFromDate: '2026-11-23' }, 80, 100],
    [
      'with one that ended since the sync',
      { ...special, finalPrice: 80, specialToDate: '2026-11-22' },
      100,
      null,
    ],
    ['with one that is still to come', { ...special, specialFromDate: '2026-11-24' }, 100, null],
    ['with a special price above the price', { ...simple, specialPrice: 120 }, 100, null],
    ['with a group price below the special price', { ...special, finalPrice: 70 }, 70, 100],
    [
      'with a group price after the special price ended',
      { ...special, finalPrice: 70, specialToDate: '2026-11-22' },
      70,
      100,
    ],
    [
      'with dates that are none',
      { ...special, finalPrice: 80, specialFromDate: 'soon', specialToDate: '' },
      80,
      100,
    ],
    ['with nothing but a regular price', { type: 'simple', currency: 'USD', price: 12 }, 12, null],
    [
      'of a configurable, whatever its listing minimum',
      { ...simple, type: 'configurable', minimalPrice: 60 },
      100,
      null,
    ],
    ['of a simple one with a rule in its listing minimum', { ...simple, minimalPrice: 90 }, 100, null],
  ])('is right %s', (_case, priced, amount, was) => {
    expect(priceOf(priced, time)).toEqual({ amount, was, currency: 'USD', isFrom: false });
  });

  it.each(['grouped', 'bundle', 'giftcard'])('is the lowest of a %s product, as “from”', (type) => {
    const price = { amount: 60, currency: 'USD', isFrom: true, was: null };
    expect(priceOf({ type, currency: 'USD', price: 75, finalPrice: 70, minimalPrice: 60 }, time)).toEqual(
      price,
    );
  });

  it('takes a bundle’s special price for the percentage it is', () => {
    const bundle = { type: 'bundle', currency: 'USD', price: 200, finalPrice: 160, specialPrice: 80 };
    expect(priceOf(bundle, time)?.amount).toBe(160);
  });

  it.each([undefined, 0, Number.NaN, -1])('is none for a record that says %s', (price) => {
    expect(priceOf({ type: 'simple', currency: 'USD', price, finalPrice: price }, time)).toBeNull();
  });

  it('ends a special price at midnight of the store’s time zone, not of UTC', () => {
    const lastDay = { ...special, finalPrice: 80, specialToDate: '2026-11-22' };
    const at = (now: string) => priceOf(lastDay, { ...time, now: Date.parse(now) })?.amount;
    expect(at('2026-11-22T22:59:59Z')).toBe(80);
    expect(at('2026-11-22T23:00:00Z')).toBe(100);
  });
});

describe('the saving', () => {
  it.each([
    [80, 100, 20],
    [99.99, 100, 0],
    [66.7, 100, 33],
    [5, null, 0],
  ])('of %s instead of %s is %s per cent', (amount, was, percent) => {
    expect(savedPercent({ amount, was, currency: 'USD', isFrom: false })).toBe(percent);
  });
});
