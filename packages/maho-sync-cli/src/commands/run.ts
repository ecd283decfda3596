import type { Command } from '../arguments/command.js';
import { startedSchema } from '../deployment/answers.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { follow } from './follow.js';
import { syncPath } from './sync-path.js';
import { type CommandTools, writeResult } from './tools.js';

/** `maho-sync run`: the sync goes on by itself, whether somebody follows it or not. */
export async function run(
  tools: CommandTools,
  command: Extract<Command, { name: 'run' }>,
): Promise<ExitCode> {
  const { client } = tools;
  const path = syncPath(command);
  const answer = await client.call('POST', path, { Prefer: 'respond-async' });
  if (answer.status !== 202) throw client.refusal('POST', path, answer);
  const { run: id } = client.parse(answer.body, path, startedSchema);
  if (command.follow) return follow(tools, id);
  writeResult(
    tools,
    answer.body,
    () => `Run ${id} has begun and goes on by itself. How far it is: maho-sync status ${id}\n`,
  );
  return EXIT.done;
}
