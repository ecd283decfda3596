import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { walkActions } from './walk-actions.ts';

test('walks as often as asked for, never more at a time than there are places, actions in their order', async () => {
  let underWay = 0;
  let most = 0;
  let walks = 0;
  const times = await walkActions(['a', 'b', 'c'], { walks: 7, actions: 2 }, () => {
    walks += 1;
    let next = 0;
    return async (action) => {
      expect(action).toBe(next++);
      underWay += 1;
      most = Math.max(most, underWay);
      await turn();
      underWay -= 1;
      return 10 * (action + 1);
    };
  });
  expect([walks, most]).toEqual([7, 3]);
  expect(times).toEqual([Array(7).fill(10), Array(7).fill(20)]);
});

test('ends with the first walk that goes wrong', async () => {
  const failing = () => () => Promise.reject(new Error('sold out'));
  await expect(walkActions(['a'], { walks: 2, actions: 1 }, failing)).rejects.toThrow('sold out');
});
