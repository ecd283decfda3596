import { expect, test } from 'vitest';
import { judgeRatios, judgeWeights } from './page-targets.ts';
import { sampleOf, somePage, someRound, someWeights } from './testing/some-rounds.ts';

test('finds every target met by figures at the limits', () => {
  const verdicts = [...judgeRatios([someRound()]), ...judgeWeights(someWeights(), 200_000)];
  expect(verdicts).toHaveLength(8);
  expect(verdicts.filter(({ isMet, isSurelyMissed }) => !isMet || isSurelyMissed)).toEqual([]);
});

test.each([
  [{ memoryHit: sampleOf(590), revalidated: sampleOf(590) }, 'hit from memory', '0.59'],
  [{ cacheHit: sampleOf(84) }, 'hit from caches.default', '0.84'],
  [{ revalidated: sampleOf(414) }, 'revalidated', '0.69'],
  [{ render: sampleOf(10, 41) }, 'render', '4.10'],
])('names the page that misses a target: %j', (slow, target, ratio) => {
  const missed = judgeRatios([someRound({ 'blog post': somePage(slow) })]).filter(({ isMet }) => !isMet);
  expect(missed).toHaveLength(1);
  expect(missed[0]?.target).toContain(target);
  expect(missed[0]?.worst).toContain(`${ratio} (blog post`);
  expect(missed[0]?.isSurelyMissed).toBe(true);
});

test('is not sure of a miss as long as a quarter of the rounds are good enough', () => {
  const slow = someRound({ home: somePage({ cacheHit: sampleOf(80) }) });
  const [, verdict] = judgeRatios([slow, slow, slow, someRound(), someRound()]);
  expect(verdict).toMatchObject({ isMet: false, isSurelyMissed: false });
});

test('is always sure of bytes', () => {
  const heavy = someWeights({ js: { bytes: 30_000, gzipBytes: 10_001 } });
  const verdicts = judgeWeights(heavy, 200_001);
  expect(verdicts.filter(({ isSurelyMissed }) => isSurelyMissed).map(({ worst }) => worst)).toEqual([
    '10.0 KB',
    '200.0 KB',
  ]);
});
