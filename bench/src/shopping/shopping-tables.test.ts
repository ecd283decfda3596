import { expect, test } from 'vitest';
import { shoppingTables } from './shopping-tables.ts';
import { someCase, someFigures } from './testing/some-figures.ts';

const ROUND = [
  [
    [4, 2],
    [9, 4],
  ],
] as const;

test('has a table for each latency, a row for each action and four columns for each number of shoppers', () => {
  const cases = [someCase(ROUND), someCase(ROUND, { shoppers: 8 }), someCase(ROUND, { latencyMs: 20 })];
  const [fast, slow, ...others] = shoppingTables(someFigures({ cases }));
  expect([fast?.latencyMs, slow?.latencyMs, others]).toEqual([0, 20, []]);
  const cells = fast?.table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  expect(cells?.[0]).toEqual([
    ...['', 'action', 'requests', '1 shopper: Worker', 'backend', 'added', 'ratio'],
    ...['8 shoppers: Worker', 'backend', 'added', 'ratio', ''],
  ]);
  expect(cells?.[3]).toEqual([
    ...['', 'address', '3', '9.00', '4.00', '5.00', '2.25', '9.00', '4.00', '5.00', '2.25', ''],
  ]);
  expect(cells?.[4]).toEqual([
    ...['', 'one read from KV', '0', '1.50', '–', '–', '–', '1.50', '–', '–', '–', ''],
  ]);
  expect(slow?.table.split('\n')).toHaveLength(5);
});
