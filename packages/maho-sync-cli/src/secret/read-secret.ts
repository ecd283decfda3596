import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

/**
 * The sync secret: of the file that is named, else of `SYNC_SECRET`, else asked for. Never from the command line,
 * which every process of the machine can read.
 *
 * @returns '' where `SYNC_SECRET` is set to nothing: a deployment in development may have no secret.
 * @throws UsageError when there is none to be had.
 */
export async function readSecret(terminal: Terminal, file: string | null): Promise<string> {
  if (file !== null) return secretOfFile(terminal, file);
  const { SYNC_SECRET: given } = terminal.environment;
  if (given !== undefined) return given.trim();
  if (terminal.askHidden !== null) return (await terminal.askHidden('Sync secret: ')).trim();
  throw new UsageError('No sync secret: set SYNC_SECRET, or name a file that holds it with --secret-file.');
}

async function secretOfFile({ readFile }: Terminal, file: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(file);
  } catch (cause) {
    throw new UsageError(`The secret cannot be read from ${file}: ${String(cause)}`, { cause });
  }
  const [line = ''] = text.split(/\r?\n/);
  if (line.trim() !== '') return line.trim();
  throw new UsageError(`The first line of ${file} is empty; it must be the sync secret.`);
}
