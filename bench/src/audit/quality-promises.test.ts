import { describe, expect, it } from 'vitest';
import type { LighthouseReport } from './lighthouse-report.ts';
import { pageQuality } from './page-quality.ts';
import { brokenPromises } from './quality-promises.ts';

function run(changes: Partial<LighthouseReport> = {}): LighthouseReport {
  return {
    version: '13.5.0',
    benchmarkIndex: 1_500,
    scores: { performance: 99, accessibility: 100, bestPractices: 100, seo: 100 },
    firstPaintMs: 900,
    largestPaintMs: 1_500,
    blockingMs: 0,
    layoutShift: 0,
    bytes: { html: 4_000, css: 12_000, script: 3_000 },
    findings: [],
    ...changes,
  };
}

const broken = (changes: Partial<LighthouseReport>) => brokenPromises(pageQuality('home', [run(changes)]));
const slow = { scores: { ...run().scores, performance: 60 } };

describe('brokenPromises', () => {
  it('has nothing to say of a page that keeps them', () => {
    expect(broken({})).toEqual([]);
  });

  it('lets the performance score decide on a machine that is fast enough for it', () => {
    expect(broken(slow)).toEqual(['home: performance is 60, not 98']);
    expect(broken({ ...slow, benchmarkIndex: 999 })).toEqual([]);
  });

  it('lets blocking time decide on a slow one', () => {
    expect(broken({ benchmarkIndex: 999, blockingMs: 201 })).toEqual([
      'home: scripts block for 201 ms, more than 200',
    ]);
  });

  it.each([
    ['a score', { scores: { ...run().scores, seo: 92 } }, 'home: SEO is 92, not 100'],
    ['a finding', { findings: ['Links have no name'] }, 'home: Links have no name'],
    ['a shift', { layoutShift: 0.01 }, 'home: the layout shifts by 0.01'],
    ['bytes', { bytes: { html: 1, css: 16_384, script: 1 } }, 'home: css is 16.0 KB, more than 15'],
  ])('names %s on any machine', (_what, changes, sentence) => {
    expect(broken({ ...changes, benchmarkIndex: 200 })).toEqual([sentence]);
  });
});

describe('pageQuality', () => {
  it('takes the median of each figure, and every finding of any run', () => {
    const { report } = pageQuality('home', [
      run({ largestPaintMs: 3_000, findings: ['a'] }),
      run({ largestPaintMs: 1_000 }),
      run({ largestPaintMs: 2_000, findings: ['a', 'b'] }),
    ]);
    expect([report.largestPaintMs, report.findings]).toEqual([2_000, ['a', 'b']]);
  });
});
