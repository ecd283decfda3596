import { expect, test } from 'vitest';
import { readPagesOptions } from './pages-options.ts';

test('measures a shop of 1,500 products over 8 connections unless told otherwise', () => {
  expect(readPagesOptions([])).toMatchObject({
    products: 1_500,
    connections: 8,
    jsonFile: null,
    asksForHelp: false,
  });
});

test('takes every number, behind a separating "--" too', () => {
  const args = [
    '--',
    '--products',
    '50',
    '--rounds',
    '2',
    '--pages',
    '8',
    '--connections',
    '1',
    '--sample',
    '20',
  ];
  expect(readPagesOptions(args)).toMatchObject({
    products: 50,
    rounds: 2,
    pages: 8,
    connections: 1,
    sampleMs: 20,
  });
});

test.each([
  [['--rounds', '0'], /--rounds/],
  [['--pages', 'many'], /--pages/],
  [['--size', '3'], /--size/],
])('refuses %j and names the flag', (args, message) => {
  expect(() => readPagesOptions(args)).toThrow(message);
});
