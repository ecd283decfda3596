import type { Finding, Probe, ProbeTools } from './probe-target.ts';

export interface ProbeResult extends Finding {
  name: string;
  assumption: string;
}

/** Does probes one after another; one that fails tells why and does not stop the others. */
export async function runProbes(
  probes: readonly Probe[],
  tools: ProbeTools,
  onResult: (result: ProbeResult) => void,
): Promise<ProbeResult[]> {
  const results: ProbeResult[] = [];
  for (const { name, assumption, measure } of probes) {
    const result = { name, assumption, ...(await findingOf(measure, tools)) };
    results.push(result);
    onResult(result);
  }
  return results;
}

async function findingOf(measure: Probe['measure'], tools: ProbeTools): Promise<Finding> {
  try {
    return await measure(tools);
  } catch (error) {
    return { measured: `failed: ${error instanceof Error ? error.message : String(error)}`, holds: false };
  }
}

/** `holds  KV lag after a put: 12.1 s in 3 rounds` and what is relied on. */
export function resultText({ name, assumption, measured, holds }: ProbeResult): string {
  const verdict = holds === null ? 'not shown' : holds ? 'holds' : 'OTHERWISE';
  return `${verdict.padEnd(9)}  ${name}: ${measured}\n           relied on: ${assumption}\n`;
}
