import type { PageQuality } from './page-quality.ts';

/** Below this a machine is too slow, or too busy, for Lighthouse's performance score to say much of a page. */
export const SOUND_BENCHMARK_INDEX = 1_000;
const LEAST_PERFORMANCE = 98;
const FULL_SCORE = 100;
const MOST_BLOCKING_MS = 200;
const BYTES_PER_KB = 1_024;
const BUDGET_KB = { html: 20, css: 15, script: 10 } as const;

/** Each promise that a page breaks, as a sentence; none for a page that keeps all of them. */
export function brokenPromises({ kind, report }: PageQuality): string[] {
  const { scores, bytes, findings, benchmarkIndex, layoutShift, blockingMs } = report;
  const broken: string[] = [];
  const atLeast = (what: string, score: number, least: number) => {
    if (score < least) broken.push(`${kind}: ${what} is ${score}, not ${least}`);
  };
  atLeast('accessibility', scores.accessibility, FULL_SCORE);
  atLeast('best practices', scores.bestPractices, FULL_SCORE);
  atLeast('SEO', scores.seo, FULL_SCORE);
  for (const finding of findings) broken.push(`${kind}: ${finding}`);
  if (benchmarkIndex >= SOUND_BENCHMARK_INDEX) {
    atLeast('performance', scores.performance, LEAST_PERFORMANCE);
  } else if (blockingMs > MOST_BLOCKING_MS) {
    broken.push(`${kind}: scripts block for ${Math.round(blockingMs)} ms, more than ${MOST_BLOCKING_MS}`);
  }
  if (layoutShift > 0) broken.push(`${kind}: the layout shifts by ${layoutShift}`);
  for (const type of ['html', 'css', 'script'] as const) {
    const limit = BUDGET_KB[type];
    const size = bytes[type] / BYTES_PER_KB;
    if (size > limit) broken.push(`${kind}: ${type} is ${size.toFixed(1)} KB, more than ${limit}`);
  }
  return broken;
}
