/**
 * Entry of `pnpm probe`: measures on an account what no local runtime imitates. Ends with code 1 when something is
 * otherwise than the storefront relies on.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { allProbes } from './all-probes.ts';
import { type ProbePlan, probePlan } from './probe-plan.ts';
import type { ProbeTarget } from './probe-target.ts';
import { resultText, runProbes } from './run-probes.ts';

try {
  const plan = probePlan(process.argv.slice(2), process.env);
  if (plan.kind === 'skipped') print(`${plan.reason}\n`);
  else await probe(plan);
} catch (error) {
  process.stderr.write(`The probe cannot go on. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function probe(asked: Exclude<ProbePlan, { kind: 'skipped' }>): Promise<void> {
  const target = await targetOf(asked);
  const tools = {
    target,
    now: () => Date.now(),
    sleep: (ms: number) => sleep(ms),
    newKey: () => `probe-${randomUUID()}`,
  };
  try {
    const results = await runProbes(allProbes, tools, (result) => print(resultText(result)));
    if (target.kind === 'local') {
      print('\nThat was the local runtime, which imitates none of it: no word about Cloudflare.\n');
    } else if (results.some(({ holds }) => holds === false)) {
      process.exitCode = 1;
    }
  } finally {
    await target[Symbol.asyncDispose]();
  }
}

/** Each target's tools are loaded only where it is used. */
async function targetOf(asked: Exclude<ProbePlan, { kind: 'skipped' }>): Promise<ProbeTarget> {
  if (asked.kind === 'deployed') return (await import('./targets/deployed-target.ts')).deployedTarget(asked);
  return (await import('./targets/local-target.ts')).localTarget();
}

function print(text: string): void {
  process.stdout.write(text);
}
