import { expect, test } from 'vitest';
import { decimal, entityId, flag, text, wholeNumber } from './scalars.js';

test('accepts numbers that the database driver sent as text', () => {
  expect(decimal.parse('12.5000')).toBe(12.5);
  expect(wholeNumber.parse('-3')).toBe(-3);
});

test('refuses text that is no number, and an empty string above all', () => {
  for (const sent of ['', ' ', '12 EUR', '0x10', '1e3', null, undefined]) {
    expect(decimal.safeParse(sent).success).toBe(false);
  }
});

test('refuses a fraction where a whole number belongs', () => {
  expect(wholeNumber.safeParse('1.5').success).toBe(false);
});

test('reads a label that is sent as a number as text', () => {
  expect(text.parse(8)).toBe('8');
});

test('reads 0 and 1 as booleans and nothing else', () => {
  expect([0, '0', 1, '1', true].map((sent) => flag.parse(sent))).toEqual([false, false, true, true, true]);
  expect(flag.safeParse('yes').success).toBe(false);
});

test('is strict about ids', () => {
  for (const sent of ['394', 394.5, 0, -1]) expect(entityId.safeParse(sent).success).toBe(false);
});
