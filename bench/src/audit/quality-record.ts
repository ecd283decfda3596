import { type Machine, machineLine } from '../report/machine.ts';
import { markdownTable } from '../report/markdown-table.ts';
import type { PageQuality } from './page-quality.ts';
import { SOUND_BENCHMARK_INDEX } from './quality-promises.ts';

const BYTES_PER_KB = 1_024;

/** What `docs/page-quality.md` is made of. */
export interface Audit {
  machine: Machine;
  runs: number;
  pages: readonly PageQuality[];
  broken: readonly string[];
}

/** The record of an audit, as a document. */
export function qualityRecord({ machine, runs, pages, broken }: Audit): string {
  return `# Page quality

What Lighthouse finds on the demo shop's pages, as a phone on a slow network. Written by

\`\`\`sh
pnpm audit:pages
\`\`\`

which fails when a promise is broken: accessibility, best practices and SEO 100, no layout shift, at most 20 KB of HTML,
15 KB of CSS and 10 KB of script as transferred, and performance of at least 98. Below a BenchmarkIndex of
${SOUND_BENCHMARK_INDEX.toLocaleString('en')} the machine is too slow or too busy for that score: blocking time (200 ms), layout shift and bytes
decide there. Every kind of page is held against axe by \`npm run test:browser\`.

## The run

${machineLine(machine)}; Lighthouse ${pages[0]?.report.version ?? '–'}, median of ${runs} ${runs === 1 ? 'run' : 'runs'}.

${scoreTable(pages)}

${loadTable(pages)}

${broken.length === 0 ? 'Every promise is kept.' : `**Broken:**\n\n${broken.map((line) => `- ${line}`).join('\n')}`}
`;
}

/** The scores of each page. */
export function scoreTable(pages: readonly PageQuality[]): string {
  return markdownTable(
    ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'BenchmarkIndex'],
    pages.map(({ kind, report: { scores, benchmarkIndex } }) => [
      kind,
      ...[scores.performance, scores.accessibility, scores.bestPractices, scores.seo].map(String),
      String(Math.round(benchmarkIndex)),
    ]),
  );
}

/** How each page loads, and what is transferred for it. */
export function loadTable(pages: readonly PageQuality[]): string {
  const kilobytes = (bytes: number) => (bytes / BYTES_PER_KB).toFixed(1);
  return markdownTable(
    ['page', 'FCP ms', 'LCP ms', 'TBT ms', 'CLS', 'HTML KB', 'CSS KB', 'script KB'],
    pages.map(({ kind, report }) => [
      kind,
      ...[report.firstPaintMs, report.largestPaintMs, report.blockingMs].map((ms) => String(Math.round(ms))),
      report.layoutShift.toFixed(3),
      ...[report.bytes.html, report.bytes.css, report.bytes.script].map(kilobytes),
    ]),
  );
}
