import { expect, test } from 'vitest';
import { elapsed } from './elapsed.js';

test.each([
  [0, '0.0 s'],
  [-5, '0.0 s'],
  [4_249, '4.2 s'],
  [59_499, '59.5 s'],
  [59_600, '1 min 0 s'],
  [200_000, '3 min 20 s'],
  [3_599_700, '1 h 00 min'],
  [3_720_000, '1 h 02 min'],
  [90_000_000, '25 h 00 min'],
])('%i ms are %s', (ms, text) => {
  expect(elapsed(ms)).toBe(text);
});
