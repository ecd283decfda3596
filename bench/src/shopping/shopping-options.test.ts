import { expect, test } from 'vitest';
import { readShoppingOptions } from './shopping-options.ts';

test('measures one shopper and eight, with a backend that is near and one that is not, unless told otherwise', () => {
  expect(readShoppingOptions([])).toMatchObject({
    shoppers: [1, 8],
    latenciesMs: [0, 20],
    jsonFile: null,
    asksForHelp: false,
  });
});

test('takes every number, behind a separating "--" too', () => {
  const args = '-- --products 50 --rounds 2 --walks 3 --shoppers 4 --latency 7,9'.split(' ');
  expect(readShoppingOptions(args)).toMatchObject({
    products: 50,
    rounds: 2,
    walks: 3,
    shoppers: [4],
    latenciesMs: [7, 9],
  });
});

test.each([
  [['--rounds', '0'], /--rounds/],
  [['--shoppers', '1,none'], /--shoppers/],
  [['--size', '3'], /--size/],
])('refuses %j and names the flag', (args, message) => {
  expect(() => readShoppingOptions(args)).toThrow(message);
});
