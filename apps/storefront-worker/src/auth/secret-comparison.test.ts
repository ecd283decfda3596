import { expect, test } from 'vitest';
import { isSameSecret } from './secret-comparison.js';

test.each([
  ['one-secret', 'one-secret', true],
  ['Grüße', 'Grüße', true],
  ['one-secret', 'one-secreT', false],
  ['one-secret', 'one-secret ', false],
  ['', 'one-secret', false],
])('%j and %j: %s', async (given, expected, isSame) => {
  expect(await isSameSecret(given, expected)).toBe(isSame);
});
