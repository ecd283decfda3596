import type { Command } from '../arguments/command.js';
import { type Diff, diffSchema } from '../deployment/answers.js';
import { DeploymentError } from '../deployment/deployment-error.js';
import { diffText } from '../display/diff-text.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { syncPath } from './sync-path.js';
import { type CommandTools, writeResult } from './tools.js';

/** `maho-sync diff`: what a sync would change. */
export async function diff(
  tools: CommandTools,
  command: Extract<Command, { name: 'diff' }>,
): Promise<ExitCode> {
  const { client, terminal } = tools;
  const path = syncPath(command, { dry: '1' });
  const answer = await client.call('POST', path);
  const { data: found } = diffSchema.safeParse(answer.body);
  if (found === undefined) throw explained(client.refusal('POST', path, answer));
  writeResult(tools, answer.body, () => diffText(found));
  if (found.success) return EXIT.done;
  terminal.err.write(`${problemOf(found)}\n`);
  return EXIT.failed;
}

function problemOf({ message }: Diff): string {
  return `Such a sync would fail. ${message ?? ''}`.trim();
}

function explained(refusal: DeploymentError): DeploymentError {
  if (refusal.answered !== 'dry_not_available') return refusal;
  const message = 'This deployment is too old to say what a sync would change. Nothing was synced.';
  return new DeploymentError('refused', message, { status: refusal.status ?? 0, answered: refusal.answered });
}
