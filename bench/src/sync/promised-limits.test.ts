import { expect, test } from 'vitest';
import { judge } from './promised-limits.ts';
import { someFigures } from './testing/some-figures.ts';

test('finds nothing wrong with figures at the limits', () => {
  const verdicts = judge([
    someFigures({ kvOperationsInSlice: 500, highestInFlight: 6, heapPeakBytes: 63_999_999, kvWrites: 900 }),
    someFigures({ pass: 'repeat', kvWrites: 0, kvDeletes: 0 }),
    someFigures({ workflow: { instances: 1, steps: 3, largestResultBytes: 1_024 } }),
  ]);
  expect(verdicts).toHaveLength(6);
  expect(verdicts.filter(({ holds }) => !holds)).toEqual([]);
});

test.each([
  [{ kvOperationsInSlice: 501 }, '501'],
  [{ highestInFlight: 7 }, '7'],
  [{ heapPeakBytes: 64_000_000 }, '64.0 MB'],
  [{ pass: 'repeat', kvWrites: 1 }, '1'],
  [{ pass: 'repeat', kvDeletes: 2 }, '2'],
  [{ pass: 'repeat', products: 201, requestsByCause: { 'product-page': 4 } }, '1'],
  [{ workflow: { instances: 1, steps: 3, largestResultBytes: 1_025 } }, '1025'],
] as const)('names the worst sync that breaks a limit: %j', (broken, worst) => {
  const sound = someFigures({ pass: 'repeat' });
  const failed = judge([sound, someFigures({ ...sound, ...broken }), sound]).filter(({ holds }) => !holds);
  expect(failed.map((verdict) => verdict.worst)).toEqual([worst]);
});

test('says nothing of repeats when there was none', () => {
  expect(judge([someFigures({ pass: 'first' })])).toHaveLength(3);
});
