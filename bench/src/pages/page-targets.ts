import { BYTES_PER_KB, kilobytes } from '../report/kilobytes.ts';
import type { PageWeights, Round } from './page-figures.ts';
import { type Comparison, p50Ms, type Ratio, ratioOf, requestsPerSecond } from './page-ratios.ts';
import { PAGE_TYPES, type PageType } from './page-types.ts';

/** A target and what was measured against it. */
export interface TargetVerdict {
  target: string;
  /** The worst of all pages it is about. */
  worst: string;
  isMet: boolean;
  /** Missed beyond doubt: not only in the middle of the rounds but in three quarters of them. */
  isSurelyMissed: boolean;
}

interface RatioTarget {
  target: string;
  comparison: Comparison;
  /** Allowed is this and better. */
  bound: number;
  better: 'more' | 'less';
}

export const RATIO_TARGETS: readonly RatioTarget[] = [
  {
    target: 'hit from memory: at least 0.6 of a trivial Worker’s requests/s',
    comparison: { measure: requestsPerSecond, page: 'memoryHit', to: 'trivial' },
    bound: 0.6,
    better: 'more',
  },
  {
    target: 'hit from caches.default: at least 0.85 of a bare match’s requests/s',
    comparison: { measure: requestsPerSecond, page: 'cacheHit', to: 'bareMatch' },
    bound: 0.85,
    better: 'more',
  },
  {
    target: 'revalidated: at least 0.7 of a hit’s requests/s',
    comparison: { measure: requestsPerSecond, page: 'revalidated', to: 'memoryHit' },
    bound: 0.7,
    better: 'more',
  },
  {
    target: 'render: at most 4 times the p50 of one KV get',
    comparison: { measure: p50Ms, page: 'render', to: 'kvGet' },
    bound: 4,
    better: 'less',
  },
];

const MAX_PRODUCT_HTML_BYTES = 20 * BYTES_PER_KB;
const MAX_CSS_BYTES = 15 * BYTES_PER_KB;
const MAX_JS_BYTES = 10 * BYTES_PER_KB;
const MAX_WORKER_BYTES = 200 * BYTES_PER_KB;

/** Holds ratios against their targets, each by the page that does worst. */
export function judgeRatios(rounds: readonly Round[]): TargetVerdict[] {
  return RATIO_TARGETS.map(({ target, comparison, bound, better }) => {
    const sign = better === 'more' ? 1 : -1;
    const holds = (value: number) => sign * value >= sign * bound;
    const all = PAGE_TYPES.map((type) => ({ type, ratio: ratioOf(rounds, type, comparison) }));
    const worst = all.reduce((a, b) => (sign * b.ratio.median < sign * a.ratio.median ? b : a));
    return {
      target,
      worst: ratioText(worst),
      isMet: holds(worst.ratio.median),
      isSurelyMissed: all.some(({ ratio }) => !holds(bestQuartile(ratio, better))),
    };
  });
}

/** Holds bytes, all gzip, against their targets. */
export function judgeWeights({ html, css, js }: PageWeights, workerGzipBytes: number): TargetVerdict[] {
  return [
    weightVerdict('HTML of a product page', html.product.gzipBytes, MAX_PRODUCT_HTML_BYTES),
    weightVerdict('CSS of a page', css.gzipBytes, MAX_CSS_BYTES),
    weightVerdict('JS of a page', js.gzipBytes, MAX_JS_BYTES),
    weightVerdict('the Worker', workerGzipBytes, MAX_WORKER_BYTES),
  ];
}

function ratioText({ type, ratio }: { type: PageType; ratio: Ratio }): string {
  const [lower, middle, upper] = [ratio.lowerQuartile, ratio.median, ratio.upperQuartile].map((value) =>
    value.toFixed(2),
  );
  return `${middle} (${type}; half of the rounds between ${lower} and ${upper})`;
}

function bestQuartile(ratio: Ratio, better: 'more' | 'less'): number {
  return better === 'more' ? ratio.upperQuartile : ratio.lowerQuartile;
}

function weightVerdict(what: string, bytes: number, most: number): TargetVerdict {
  return {
    target: `${what}: at most ${kilobytes(most)} KB gzip`,
    worst: `${kilobytes(bytes)} KB`,
    isMet: bytes <= most,
    isSurelyMissed: bytes > most,
  };
}
