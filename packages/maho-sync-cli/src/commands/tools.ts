import type { DeploymentClient } from '../deployment/deployment-client.js';
import type { Terminal } from '../terminal.js';

/** What commands work with. */
export interface CommandTools {
  client: DeploymentClient;
  terminal: Terminal;
  /** Results are the deployment's own JSON. */
  isJson: boolean;
}

/** Writes a result: as JSON, or as text for people. */
export function writeResult(
  { terminal, isJson }: Pick<CommandTools, 'terminal' | 'isJson'>,
  body: unknown,
  text: () => string,
): void {
  terminal.out.write(isJson ? `${JSON.stringify(body)}\n` : text());
}
