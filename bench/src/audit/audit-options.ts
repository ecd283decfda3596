import { parseArgs } from 'node:util';
import { givenArguments } from '../command-line/given-arguments.ts';
import { wholeNumber } from '../command-line/whole-numbers.ts';

export const HELP = `pnpm audit:pages [flags]

  --runs N     Lighthouse runs of each page   (5)
  --no-record  leave docs/page-quality.md as it is
  --help       this text
`;

/** What to audit. */
export interface AuditOptions {
  runs: number;
  writesRecord: boolean;
  asksForHelp: boolean;
}

/**
 * The flags of the command line.
 *
 * @throws TypeError that names the flag it cannot use.
 */
export function readAuditOptions(args: readonly string[]): AuditOptions {
  const { values } = parseArgs({
    args: givenArguments(args),
    options: { runs: { type: 'string' }, 'no-record': { type: 'boolean' }, help: { type: 'boolean' } },
  });
  return {
    runs: wholeNumber('runs', values.runs ?? '5', 1),
    writesRecord: values['no-record'] !== true,
    asksForHelp: values.help ?? false,
  };
}
