import { expect, test } from 'vitest';
import { judgeShopping } from './shopping-targets.ts';
import { someCase, someFigures } from './testing/some-figures.ts';

const areMet = (...args: Parameters<typeof judgeShopping>) =>
  judgeShopping(...args).map(({ isMet }) => isMet);

test('allows two backend requests and five added milliseconds', () => {
  expect(areMet(someFigures())).toEqual([true, true]);
});

test('is missed by the worst action alone, and names it', () => {
  const [requests] = judgeShopping(
    someFigures({
      actions: [
        { name: 'add', part: 'cart', requests: 3 },
        { name: 'remove', part: 'cart', requests: 1 },
      ],
    }),
  );
  expect(requests).toMatchObject({ isMet: false, worst: '3 (add)' });
  const slow = someCase([
    [
      [7.1, 2],
      [9, 4],
    ],
  ]);
  const [, added] = judgeShopping(someFigures({ cases: [slow] }));
  expect(added?.isMet).toBe(false);
  expect(added?.worst).toMatch(/^5\.10 ms \(add;/);
});

test('holds every latency to it, but not several shoppers at a time: they wait for each other', () => {
  const slow = [
    [
      [30, 2],
      [30, 4],
    ],
  ] as const;
  const busy = someCase(slow, { shoppers: 8 });
  const far = someCase(slow, { latencyMs: 20 });
  expect(areMet(someFigures({ cases: [busy] }))).toEqual([true]);
  expect(areMet(someFigures({ cases: [busy, far] }))).toEqual([true, false]);
});
