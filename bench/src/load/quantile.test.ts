import { expect, test } from 'vitest';
import { median, quantile } from './quantile.ts';

test('the median is the middle value, or half-way between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('quantiles lie between values in proportion', () => {
  expect(quantile([0, 10, 20, 30, 40], 0.25)).toBe(10);
  expect(quantile([0, 10], 0.25)).toBe(2.5);
});

test('nothing has no median', () => {
  expect(() => median([])).toThrow(RangeError);
});
