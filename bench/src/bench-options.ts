import { parseArgs } from 'node:util';
import type { SyncCase, SyncRuntime } from './sync-figures.ts';

export const HELP = `pnpm bench:sync [flags]

  --products LIST   sizes of the shop, by comma            (200,1500,10000)
  --latency LIST    ms before each backend answer          (0,50)
  --only RUNTIME    node or workerd; both when absent
  --json FILE       write all figures to this file as well
  --help            this text
`;

/** What to measure. */
export interface BenchOptions {
  products: readonly number[];
  latencies: readonly number[];
  runtimes: readonly SyncRuntime[];
  jsonFile: string | null;
  asksForHelp: boolean;
}

const ALL_RUNTIMES: readonly SyncRuntime[] = ['node', 'workerd'];
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
    // Some package managers hand a separating "--" on.
    args: args.filter((argument) => argument !== '--'),
    options: { products: text, latency: text, only: text, json: text, help: { type: 'boolean' } },
  });
  return {
    products: wholeNumbers('products', values.products ?? DEFAULT_PRODUCTS, 1),
    latencies: wholeNumbers('latency', values.latency ?? DEFAULT_LATENCIES_MS, 0),
    runtimes: values.only === undefined ? ALL_RUNTIMES : [runtimeNamed(values.only)],
    jsonFile: values.json ?? null,
    asksForHelp: values.help ?? false,
  };
}

/** Every size at every latency, small ones first. */
export function casesOf({ products, latencies }: Pick<BenchOptions, 'products' | 'latencies'>): SyncCase[] {
  return products.flatMap((count) => latencies.map((latencyMs) => ({ products: count, latencyMs })));
}

function wholeNumbers(flag: string, list: string, least: number): number[] {
  return list.split(',').map((text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least) return value;
    throw new TypeError(`--${flag} takes whole numbers of at least ${least}, by comma; "${text}" is none.`);
  });
}

function runtimeNamed(name: string): SyncRuntime {
  const runtime = ALL_RUNTIMES.find((known) => known === name);
  if (runtime !== undefined) return runtime;
  throw new TypeError(`--only takes ${ALL_RUNTIMES.join(' or ')}, not "${name}".`);
}
