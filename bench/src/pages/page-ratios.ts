import { quantile } from '../load/quantile.ts';
import type { Sample } from '../load/send-load.ts';
import type { PageSamples, Round } from './page-figures.ts';
import type { PageType } from './page-types.ts';

/** What a case is compared by. */
export type Measure = (sample: Sample) => number;

export const requestsPerSecond: Measure = ({ requests, wallMs }) => (requests / wallMs) * 1_000;
/** Of the process that answers: what others do on the machine counts for little. NaN where it cannot be known. */
export const requestsPerCpuMs: Measure = ({ requests, cpuMs }) => requests / (cpuMs ?? Number.NaN);
export const p50Ms: Measure = (sample) => sample.p50Ms;

/** How a ratio came out in the rounds. */
export interface Ratio {
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
}

/** One case of a page divided by another or by a bare Worker's. */
export interface Comparison {
  measure: Measure;
  page: keyof PageSamples;
  to: keyof PageSamples | 'trivial' | 'kvGet' | 'bareMiss';
}

/**
 * Divides within each round and looks at the rounds only then: what was measured seconds apart shares its luck
 * with whoever else uses the machine.
 */
export function ratioOf(rounds: readonly Round[], type: PageType, { measure, page, to }: Comparison): Ratio {
  const ratios = rounds.map((round) => {
    const samples = round.pages[type];
    const other = to === 'trivial' || to === 'kvGet' || to === 'bareMiss' ? round[to] : samples[to];
    return measure(samples[page]) / measure(other);
  });
  return {
    lowerQuartile: quantile(ratios, 0.25),
    median: quantile(ratios, 0.5),
    upperQuartile: quantile(ratios, 0.75),
  };
}
