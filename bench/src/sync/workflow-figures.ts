import * as z from 'zod';

/** What a sync cost in the Workflow that drove it. */
export interface WorkflowFigures {
  instances: number;
  steps: number;
  /** UTF-8 bytes of the JSON of the largest step result. */
  largestResultBytes: number;
}

/** A step as `measured-worker.mjs` notes it: instance and step in the name, the size of its result beside it. */
export interface NotedStep {
  name: string;
  metadata?: unknown;
}

const metadata = z.object({ bytes: z.number() });

/** Sums up the steps of all instances that drove a sync; null when none did. */
export function workflowFigures(run: string, noted: readonly NotedStep[]): WorkflowFigures | null {
  const own = noted.filter(({ name }) => name.startsWith(run));
  if (own.length === 0) return null;
  return {
    instances: new Set(own.map(({ name }) => name.split('/', 1)[0])).size,
    steps: own.length,
    largestResultBytes: Math.max(...own.map((step) => metadata.parse(step.metadata).bytes)),
  };
}
