import type { Sample } from '../../load/send-load.ts';
import type { PageSamples, PageWeights, Round } from '../page-figures.ts';
import { type PerPageType, perPageType } from '../page-types.ts';

/** A second of load that was answered so often, each request in so many ms. */
export function sampleOf(requests: number, p50Ms = 1, cpuMs: number | null = 500): Sample {
  return { requests, wallMs: 1_000, p50Ms, cpuMs };
}

/** What one type of page showed in a round in which every target is just met. */
export function somePage(different: Partial<PageSamples> = {}): PageSamples {
  return {
    memoryHit: sampleOf(600),
    cacheHit: sampleOf(85),
    revalidated: sampleOf(420),
    render: sampleOf(10, 40),
    coldRender: sampleOf(5, 80),
    bareMatch: sampleOf(100),
    barePage: sampleOf(1_200),
    ...different,
  };
}

export function someRound(pages: Partial<PerPageType<PageSamples>> = {}): Round {
  return {
    trivial: sampleOf(1_000),
    kvGet: sampleOf(100, 10),
    bareMiss: sampleOf(20, 40),
    pages: { ...perPageType(() => somePage()), ...pages },
  };
}

/** Weights that are at their limits. */
export function someWeights(different: Partial<PageWeights> = {}): PageWeights {
  return {
    html: perPageType(() => ({ bytes: 100_000, gzipBytes: 20_000 })),
    css: { bytes: 80_000, gzipBytes: 15_000 },
    js: { bytes: 30_000, gzipBytes: 10_000 },
    ...different,
  };
}
