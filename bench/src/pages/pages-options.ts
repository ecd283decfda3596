import { parseArgs } from 'node:util';
import { givenArguments } from '../command-line/given-arguments.ts';
import { wholeNumber } from '../command-line/whole-numbers.ts';

export const HELP = `pnpm bench:pages [flags]

  --products N      size of the shop                                  (1500)
  --rounds N        times that every case is measured                 (9)
  --pages N         addresses of each type of page                    (60)
  --connections N   requests under way at a time                      (8)
  --sample N        ms for which a case is measured in each round     (250)
  --json FILE       write all samples to this file as well
  --help            this text
`;

/** What to measure. */
export interface PagesOptions {
  products: number;
  rounds: number;
  /** Addresses of each type. */
  pages: number;
  connections: number;
  sampleMs: number;
  jsonFile: string | null;
  asksForHelp: boolean;
}

/**
 * The flags of the command line.
 *
 * @throws TypeError that names the flag it cannot use.
 */
export function readPagesOptions(args: readonly string[]): PagesOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: givenArguments(args),
    options: {
      products: text,
      rounds: text,
      pages: text,
      connections: text,
      sample: text,
      json: text,
      help: { type: 'boolean' },
    },
  });
  return {
    products: wholeNumber('products', values.products ?? '1500', 1),
    rounds: wholeNumber('rounds', values.rounds ?? '9', 1),
    pages: wholeNumber('pages', values.pages ?? '60', 1),
    connections: wholeNumber('connections', values.connections ?? '8', 1),
    sampleMs: wholeNumber('sample', values.sample ?? '250', 1),
    jsonFile: values.json ?? null,
    asksForHelp: values.help ?? false,
  };
}
