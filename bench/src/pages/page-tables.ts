import { median } from '../load/quantile.ts';
import type { Sample } from '../load/send-load.ts';
import { kilobytes } from '../report/kilobytes.ts';
import { markdownTable } from '../report/markdown-table.ts';
import type { Weight } from '../report/weight.ts';
import type { PageSamples, PageWeights, Round } from './page-figures.ts';
import { type Comparison, p50Ms, ratioOf, requestsPerCpuMs, requestsPerSecond } from './page-ratios.ts';
import { RATIO_TARGETS } from './page-targets.ts';
import { PAGE_TYPES } from './page-types.ts';

const US_PER_MS = 1_000;

const CASE_NAMES: Readonly<Record<keyof PageSamples, string>> = {
  memoryHit: 'hit, memory',
  cacheHit: 'hit, caches.default',
  bareMatch: 'bare match of the same bytes',
  barePage: 'the same bytes from a map',
  revalidated: 'revalidated',
  render: 'render',
  coldRender: 'render without memory',
};
const CASES: readonly (keyof PageSamples)[] = [
  ...(['memoryHit', 'barePage', 'revalidated', 'cacheHit', 'bareMatch', 'render', 'coldRender'] as const),
];

/** Without a target: they tell what the others are made of, and how much of them is the machine's luck. */
const MORE_RATIOS: readonly (readonly [name: string, Comparison])[] = [
  [
    'hit from memory to the same bytes from a map',
    { measure: requestsPerSecond, page: 'memoryHit', to: 'barePage' },
  ],
  [
    'render: times the p50 of match of nothing, KV get, put',
    { measure: p50Ms, page: 'render', to: 'bareMiss' },
  ],
  ['render without memory: times the p50 of one KV get', { measure: p50Ms, page: 'coldRender', to: 'kvGet' }],
  [
    'by CPU time: hit from memory to trivial',
    { measure: requestsPerCpuMs, page: 'memoryHit', to: 'trivial' },
  ],
  [
    'by CPU time: hit from memory to bytes from a map',
    { measure: requestsPerCpuMs, page: 'memoryHit', to: 'barePage' },
  ],
  [
    'by CPU time: hit from caches.default to bare match',
    { measure: requestsPerCpuMs, page: 'cacheHit', to: 'bareMatch' },
  ],
  ['by CPU time: revalidated to hit', { measure: requestsPerCpuMs, page: 'revalidated', to: 'memoryHit' }],
  ['by CPU time: renders for one KV get', { measure: requestsPerCpuMs, page: 'render', to: 'kvGet' }],
];

/** One row a case, medians of the rounds; the Workers that do one thing only come first. */
export function speedTable(rounds: readonly Round[]): string {
  const samplesOf = (pick: (round: Round) => Sample) => rounds.map(pick);
  const bare: [string, Sample[]][] = [
    ['trivial Worker', samplesOf(({ trivial }) => trivial)],
    ['one KV get', samplesOf(({ kvGet }) => kvGet)],
    ['match of nothing, KV get, put', samplesOf(({ bareMiss }) => bareMiss)],
  ];
  return markdownTable(
    ['page', 'answer', 'requests/s', 'p50 ms', 'CPU µs'],
    [
      ...bare.map(([name, samples]) => row('any', name, samples)),
      ...PAGE_TYPES.flatMap((type) =>
        CASES.map((name) =>
          row(
            type,
            CASE_NAMES[name],
            samplesOf(({ pages }) => pages[type][name]),
          ),
        ),
      ),
    ],
  );
}

/** One row a ratio, those with a target first, and one column a type of page. */
export function ratioTable(rounds: readonly Round[]): string {
  const named = [
    ...RATIO_TARGETS.map(({ target, comparison }) => [target, comparison] as const),
    ...MORE_RATIOS,
  ];
  return markdownTable(
    ['ratio', ...PAGE_TYPES],
    named.map(([name, comparison]) => [
      name,
      ...PAGE_TYPES.map((type) => ratioText(ratioOf(rounds, type, comparison).median)),
    ]),
  );
}

/** One row a thing that is sent. */
export function weightTable({ html, css, js }: PageWeights, worker: Weight): string {
  const rows: [string, Weight][] = [
    ...PAGE_TYPES.map((type): [string, Weight] => [`HTML, ${type}`, html[type]]),
    ['CSS', css],
    ['JS', js],
    ['Worker', worker],
  ];
  return markdownTable(
    ['', 'KB', 'KB gzip'],
    rows.map(([name, { bytes, gzipBytes }]) => [name, kilobytes(bytes), kilobytes(gzipBytes)]),
  );
}

function ratioText(ratio: number): string {
  return Number.isNaN(ratio) ? '–' : ratio.toFixed(2);
}

function row(page: string, name: string, samples: readonly Sample[]): string[] {
  return [
    page,
    name,
    Math.round(median(samples.map(requestsPerSecond))).toLocaleString('en'),
    median(samples.map(p50Ms)).toFixed(2),
    cpuText(samples),
  ];
}

/** CPU time of one request; a dash where the system does not tell. */
function cpuText(samples: readonly Sample[]): string {
  const each = samples.flatMap(({ cpuMs, requests }) => (cpuMs === null ? [] : [cpuMs / requests]));
  return each.length === 0 ? '–' : Math.round(median(each) * US_PER_MS).toLocaleString('en');
}
