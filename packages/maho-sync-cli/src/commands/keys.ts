import * as z from 'zod';
import type { Command } from '../arguments/command.js';
import { keysSchema } from '../deployment/answers.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type CommandTools, writeResult } from './tools.js';

/** `maho-sync keys`: names of the keys in KV, one a line. */
export async function keys(
  tools: CommandTools,
  { store, prefix }: Extract<Command, { name: 'keys' }>,
): Promise<ExitCode> {
  const query = new URLSearchParams({ prefix, ...(store === null ? {} : { store }) });
  const path = `/cache/keys?${query}`;
  const body = await tools.client.get(path, z.unknown());
  const found = tools.client.parse(body, path, keysSchema);
  writeResult(tools, body, () => found.keys.map((key) => `${key}\n`).join(''));
  return EXIT.done;
}
