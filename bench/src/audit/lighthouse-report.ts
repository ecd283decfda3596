import * as z from 'zod';

/** What one Lighthouse run found. */
export interface LighthouseReport {
  version: string;
  /** Lighthouse's own figure for the speed of the machine. */
  benchmarkIndex: number;
  /** 0 to 100. */
  scores: { performance: number; accessibility: number; bestPractices: number; seo: number };
  firstPaintMs: number;
  largestPaintMs: number;
  blockingMs: number;
  layoutShift: number;
  /** As they were transferred, headers included. */
  bytes: { html: number; css: number; script: number };
  /** Title of each audit that costs a score other than performance. */
  findings: string[];
}

const score = z.object({
  score: z.number(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});
const numeric = z.object({ numericValue: z.number() });
const request = z.object({ resourceType: z.string().optional(), transferSize: z.number().optional() });

const reportSchema = z.object({
  lighthouseVersion: z.string(),
  runtimeError: z.object({ code: z.string(), message: z.string() }).optional(),
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.object({ performance: score, accessibility: score, 'best-practices': score, seo: score }),
  audits: z.intersection(
    z.object({
      'first-contentful-paint': numeric,
      'largest-contentful-paint': numeric,
      'total-blocking-time': numeric,
      'cumulative-layout-shift': numeric,
      'network-requests': z.object({ details: z.object({ items: z.array(request) }) }),
    }),
    z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable() })),
  ),
});

/** @throws Error when the page could not be audited, ZodError for what is no report. */
export function parseReport(json: unknown): LighthouseReport {
  const { lighthouseVersion, runtimeError, environment, categories, audits } = reportSchema.parse(json);
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.code}: ${runtimeError.message}`);
  const judged = [categories.accessibility, categories['best-practices'], categories.seo];
  const findings = judged.flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      return audit && weight > 0 && audit.score !== null && audit.score < 1 ? [audit.title] : [];
    }),
  );
  const sizeOf = (type: string) =>
    audits['network-requests'].details.items
      .filter(({ resourceType }) => resourceType === type)
      .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
  return {
    version: lighthouseVersion,
    benchmarkIndex: environment.benchmarkIndex,
    scores: {
      performance: Math.round(categories.performance.score * 100),
      accessibility: Math.round(categories.accessibility.score * 100),
      bestPractices: Math.round(categories['best-practices'].score * 100),
      seo: Math.round(categories.seo.score * 100),
    },
    firstPaintMs: audits['first-contentful-paint'].numericValue,
    largestPaintMs: audits['largest-contentful-paint'].numericValue,
    blockingMs: audits['total-blocking-time'].numericValue,
    layoutShift: audits['cumulative-layout-shift'].numericValue,
    bytes: { html: sizeOf('Document'), css: sizeOf('Stylesheet'), script: sizeOf('Script') },
    findings,
  };
}
