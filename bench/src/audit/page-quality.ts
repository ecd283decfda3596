import type { LighthouseReport } from './lighthouse-report.ts';

/** What the runs of one page come to. */
export interface PageQuality {
  /** What kind of page it is. */
  kind: string;
  /** Each figure is the median of the runs; a finding counts if any run has it. */
  report: LighthouseReport;
}

/** @throws RangeError without a run. */
export function pageQuality(kind: string, runs: readonly LighthouseReport[]): PageQuality {
  const [first] = runs;
  if (first === undefined) throw new RangeError(`There is no run of ${kind}.`);
  const middle = (figure: (run: LighthouseReport) => number) => median(runs.map(figure));
  const report: LighthouseReport = {
    version: first.version,
    benchmarkIndex: middle((run) => run.benchmarkIndex),
    scores: {
      performance: middle(({ scores }) => scores.performance),
      accessibility: middle(({ scores }) => scores.accessibility),
      bestPractices: middle(({ scores }) => scores.bestPractices),
      seo: middle(({ scores }) => scores.seo),
    },
    firstPaintMs: middle((run) => run.firstPaintMs),
    largestPaintMs: middle((run) => run.largestPaintMs),
    blockingMs: middle((run) => run.blockingMs),
    layoutShift: middle((run) => run.layoutShift),
    bytes: {
      html: middle(({ bytes }) => bytes.html),
      css: middle(({ bytes }) => bytes.css),
      script: middle(({ bytes }) => bytes.script),
    },
    findings: [...new Set(runs.flatMap(({ findings }) => findings))],
  };
  return { kind, report };
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}
