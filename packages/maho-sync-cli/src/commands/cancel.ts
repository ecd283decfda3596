import type { Command } from '../arguments/command.js';
import { runPath } from '../deployment/follow-run.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type CommandTools, writeResult } from './tools.js';

/** `maho-sync cancel`: what the run has written stays, and is published. */
export async function cancel(
  tools: CommandTools,
  { run }: Extract<Command, { name: 'cancel' }>,
): Promise<ExitCode> {
  const path = `${runPath(run)}/cancel`;
  const answer = await tools.client.call('POST', path);
  if (answer.status !== 200 && answer.status !== 202) throw tools.client.refusal('POST', path, answer);
  writeResult(tools, answer.body, () => `Run ${run} is cancelled. What it has written stays.\n`);
  return EXIT.done;
}
