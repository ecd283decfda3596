import { expect, test } from 'vitest';
import { addedTime } from './added-time.ts';
import { someCase } from './testing/some-figures.ts';

test('subtracts within each round: a round in which the machine was slow for both changes nothing', () => {
  const rounds = [[[3, 1] as const], [[103, 101] as const], [[4, 2] as const]];
  expect(addedTime(someCase(rounds), 0)).toMatchObject({ addedMs: 2, addedLowerMs: 2, addedUpperMs: 2 });
});

test('gives the middle of the rounds, and where half of them lie', () => {
  const rounds = [1, 2, 3, 4, 5].map((added) => [[1, 1] as const, [10 + added, 10] as const]);
  expect(addedTime(someCase(rounds), 1)).toEqual({
    ...{ workerMs: 13, backendMs: 10, ratio: 1.3 },
    ...{ addedMs: 3, addedLowerMs: 2, addedUpperMs: 4 },
  });
});

test('there is nothing to say of an action that was not measured', () => {
  expect(() => addedTime(someCase([[[3, 1]]]), 1)).toThrow(RangeError);
});
