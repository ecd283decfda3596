import { parseArgs } from 'node:util';
import { givenArguments } from '../command-line/given-arguments.ts';
import { wholeNumbers } from '../command-line/whole-numbers.ts';
import type { SyncCase, SyncDriver, SyncRuntime } from './sync-figures.ts';

export const HELP = `pnpm bench:sync [flags]

  --products LIST   sizes of the shop, by comma            (200,1500,10000)
  --latency LIST    ms before each backend answer          (0,50)
  --only RUNTIME    node or workerd; both when absent
  --driver DRIVER   who drives in workerd: request, until it has waited long enough, or workflow   (request)
  --json FILE       write all figures to this file as well
  --help            this text
`;

/** What to measure. */
export interface BenchOptions {
  products: readonly number[];
  latencies: readonly number[];
  runtimes: readonly SyncRuntime[];
  driver: SyncDriver;
  jsonFile: string | null;
  asksForHelp: boolean;
}

const ALL_RUNTIMES: readonly SyncRuntime[] = ['node', 'workerd'];
const ALL_DRIVERS: readonly SyncDriver[] = ['request', 'workflow'];
const DEFAULT_PRODUCTS = '200,1500,10000';
const DEFAULT_LATENCIES_MS = '0,50';

/**
 * The flags of the command line.
 *
 * @throws TypeError that names the flag it cannot use.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: givenArguments(args),
    options: {
      ...{ products: text, latency: text, only: text, driver: text, json: text },
      help: { type: 'boolean' },
    },
  });
  return {
    products: wholeNumbers('products', values.products ?? DEFAULT_PRODUCTS, 1),
    latencies: wholeNumbers('latency', values.latency ?? DEFAULT_LATENCIES_MS, 0),
    runtimes: values.only === undefined ? ALL_RUNTIMES : [oneOf('only', ALL_RUNTIMES, values.only)],
    driver: oneOf('driver', ALL_DRIVERS, values.driver ?? 'request'),
    jsonFile: values.json ?? null,
    asksForHelp: values.help ?? false,
  };
}

/** Every size at every latency, small ones first. */
export function casesOf({ products, latencies }: Pick<BenchOptions, 'products' | 'latencies'>): SyncCase[] {
  return products.flatMap((count) => latencies.map((latencyMs) => ({ products: count, latencyMs })));
}

function oneOf<Name extends string>(flag: string, known: readonly Name[], asked: string): Name {
  const found = known.find((name) => name === asked);
  if (found !== undefined) return found;
  throw new TypeError(`--${flag} takes ${known.join(' or ')}, not "${asked}".`);
}
