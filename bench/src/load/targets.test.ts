import { expect, test } from 'vitest';
import { forMs, once } from './targets.ts';

test('names each target once', () => {
  expect([...once(['/a', '/b'])]).toEqual(['/a', '/b']);
});

test('goes round and round until the time is over', () => {
  let time = 0;
  const targets = forMs(['/a', '/b'], 5, () => time++);
  expect([...targets]).toEqual(['/a', '/b', '/a', '/b']);
});

test('ends at once where there is nothing to name', () => {
  expect([...forMs([], 1_000)]).toEqual([]);
});
