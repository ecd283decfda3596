import { describe, expect, it } from 'vitest';
import { parseTiers, totalPrice } from './price-total.js';

describe('the running total', () => {
  it.each([
    ['one piece', 10, '', [], 1, 10],
    ['several pieces', 10, '', [], 3, 30],
    ['a tier that is reached', 10, '5:8,10:7', [], 5, 40],
    ['a tier that is not', 10, '5:8', [], 4, 40],
    ['a tier above the price', 10, '2:12', [], 2, 20],
    ['options, on every piece', 10, '', [{ amount: 2.5, qty: 1 }], 2, 25],
    [
      'parts of a set',
      0,
      '',
      [
        { amount: 9, qty: 2 },
        { amount: 30, qty: 1 },
      ],
      1,
      48,
    ],
  ])('counts %s', (_case, base, tiers, picks, qty, total) => {
    expect(totalPrice(base, parseTiers(tiers), picks, qty)).toBe(total);
  });

  it('reads tiers without what is none', () => {
    expect(parseTiers('5:8,x:1,7')).toEqual([{ qty: 5, price: 8 }]);
  });
});
