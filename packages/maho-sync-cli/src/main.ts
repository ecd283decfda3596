import type { DeploymentCommand, Invocation } from './arguments/command.js';
import { HELP } from './arguments/help-text.js';
import { readArguments } from './arguments/read-arguments.js';
import { cancel } from './commands/cancel.js';
import { diff } from './commands/diff.js';
import { fill } from './commands/fill.js';
import { keys } from './commands/keys.js';
import { run } from './commands/run.js';
import { runs } from './commands/runs.js';
import { status } from './commands/status.js';
import type { CommandTools } from './commands/tools.js';
import { DeploymentClient } from './deployment/deployment-client.js';
import { DeploymentError } from './deployment/deployment-error.js';
import { deploymentUrl } from './deployment/deployment-url.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { FillError } from './fill/fill-error.js';
import { Interrupted } from './secret/hidden-prompt.js';
import { readSecret } from './secret/read-secret.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { VERSION } from './version.js';

/** Does what a command line says. @returns the exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) return say(terminal, HELP);
  if (args.includes('--version')) return say(terminal, `${VERSION}\n`);
  let invocation: Invocation;
  try {
    invocation = readArguments(args);
  } catch (error) {
    return explain(error, terminal, args.includes('--json'));
  }
  return invoke(invocation, terminal);
}

/** Does what `maho-sync` was asked for. @returns the exit code. */
export async function invoke(invocation: Invocation, terminal: Terminal): Promise<ExitCode> {
  try {
    const { command, isJson } = invocation;
    if (command.name === 'fill') return await fill(terminal, command, isJson);
    return await perform(await toolsOf(invocation, terminal), command);
  } catch (error) {
    return explain(error, terminal, invocation.isJson);
  }
}

async function toolsOf(
  { url, secretFile, isInsecure, isJson }: Invocation,
  terminal: Terminal,
): Promise<CommandTools> {
  const address = deploymentUrl(url ?? terminal.environment.MAHO_STOREFRONT_URL?.trim() ?? '', isInsecure);
  const secret = await readSecret(terminal, secretFile);
  return {
    client: new DeploymentClient({ url: address, secret, fetch: terminal.fetch }),
    terminal,
    isJson,
  };
}

function perform(tools: CommandTools, command: DeploymentCommand): Promise<ExitCode> {
  switch (command.name) {
    case 'run':
      return run(tools, command);
    case 'diff':
      return diff(tools, command);
    case 'status':
      return status(tools, command);
    case 'runs':
      return runs(tools, command);
    case 'keys':
      return keys(tools, command);
    case 'cancel':
      return cancel(tools, command);
  }
}

function say(terminal: Terminal, text: string): ExitCode {
  terminal.out.write(text);
  return EXIT.done;
}

/** @throws what is no fault of the caller's and of no deployment. */
function explain(error: unknown, terminal: Terminal, isJson: boolean): ExitCode {
  const isUsage = error instanceof UsageError || error instanceof Interrupted;
  if (!isUsage && !(error instanceof DeploymentError || error instanceof FillError)) throw error;
  const code = error instanceof DeploymentError ? (error.answered ?? error.code) : error.code;
  if (isJson) terminal.out.write(`${JSON.stringify({ error: code, message: error.message })}\n`);
  else
    terminal.err.write(`${error.message}\n${error instanceof UsageError ? 'See maho-sync --help.\n' : ''}`);
  return isUsage ? EXIT.usage : EXIT.refused;
}
