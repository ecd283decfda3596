import { describe, expect, it } from 'vitest';
import { canCombine, choicePicture, chosenVariant, parseVariants } from './variant-availability.js';

const variants = parseVariants(
  JSON.stringify([
    { a: { color: 1, size: 1 }, s: 1, i: '/red.jpg' },
    { a: { color: 1, size: 2 }, s: 0, i: '/red.jpg' },
    { a: { color: 2, size: 1 }, s: 1 },
    { broken: true },
    null,
  ]),
);
const choice = (...pairs: [string, number][]) => new Map(pairs);

describe('the variants of a page', () => {
  it('are read without what is none', () => {
    expect(variants).toHaveLength(3);
    expect(parseVariants('{}')).toEqual([]);
  });

  it('can be combined while one in stock has all values', () => {
    expect(canCombine(variants, choice(['color', 1]), 'size', 1)).toBe(true);
    expect(canCombine(variants, choice(['color', 1]), 'size', 2)).toBe(false);
    expect(canCombine(variants, choice(), 'size', 2)).toBe(false);
  });

  it('let a value of the same option be changed', () => {
    expect(canCombine(variants, choice(['color', 2], ['size', 1]), 'color', 1)).toBe(true);
  });

  it('are chosen once every option is', () => {
    expect(chosenVariant(variants, choice(['color', 1]), 2)).toBeNull();
    expect(chosenVariant(variants, choice(['color', 1], ['size', 2]), 2)?.s).toBe(0);
    expect(chosenVariant(variants, choice(['color', 2], ['size', 2]), 2)).toBeNull();
  });

  it('show their picture as soon as it is known', () => {
    expect(choicePicture(variants, choice(['color', 1]))).toBe('/red.jpg');
    expect(choicePicture(variants, choice(['color', 2]))).toBeNull();
    expect(choicePicture(variants, choice())).toBeNull();
  });
});
