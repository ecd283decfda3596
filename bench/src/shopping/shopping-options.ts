import { parseArgs } from 'node:util';
import { givenArguments } from '../command-line/given-arguments.ts';
import { wholeNumber, wholeNumbers } from '../command-line/whole-numbers.ts';

export const HELP = `pnpm bench:shopping [flags]

  --products N      size of the shop                                  (200)
  --rounds N        times that every case is measured                 (9)
  --walks N         purchases of each side in a round                 (16)
  --shoppers N,…    purchases under way at a time, each a case        (1,8)
  --latency N,…     ms that the backend waits before each answer      (0,20)
  --json FILE       write all figures to this file as well
  --help            this text
`;

/** What to measure. */
export interface ShoppingOptions {
  products: number;
  rounds: number;
  /** In each round, through the Worker and again straight to the backend. */
  walks: number;
  shoppers: number[];
  latenciesMs: number[];
  jsonFile: string | null;
  asksForHelp: boolean;
}

/**
 * The flags of the command line.
 *
 * @throws TypeError that names the flag it cannot use.
 */
export function readShoppingOptions(args: readonly string[]): ShoppingOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: givenArguments(args),
    options: {
      products: text,
      rounds: text,
      walks: text,
      shoppers: text,
      latency: text,
      json: text,
      help: { type: 'boolean' },
    },
  });
  return {
    products: wholeNumber('products', values.products ?? '200', 1),
    rounds: wholeNumber('rounds', values.rounds ?? '9', 1),
    walks: wholeNumber('walks', values.walks ?? '16', 1),
    shoppers: wholeNumbers('shoppers', values.shoppers ?? '1,8', 1),
    latenciesMs: wholeNumbers('latency', values.latency ?? '0,20', 0),
    jsonFile: values.json ?? null,
    asksForHelp: values.help ?? false,
  };
}
