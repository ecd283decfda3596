import { parseArgs } from 'node:util';
import { startDemoBackend } from './backend.js';
import type { Catalogue } from './catalogue/catalogue.js';
import { loadCatalogue } from './catalogue/dump/load-catalogue.js';
import { generateCatalogue } from './catalogue/generate-catalogue.js';

const HELP = `maho-demo-backend: a stand-in for Maho's REST API v2

  --port N          port on 127.0.0.1, 0 for a free one   (8081)
  --products N      listed products of the first store    (1500)
  --categories N    categories in its tree                (40)
  --stores N        store views                           (2)
  --seed N          another shop of the same size         (1)
  --catalogue DIR   serve a dumped catalogue instead
  --latency MS      wait before every answer              (0)
  --item-cache S    server-side cache, Maho has 300       (0)
  --help            this text
`;

export interface CommandLine {
  readonly help: boolean;
  readonly port: number;
  readonly products: number;
  readonly categories: number;
  readonly stores: number;
  readonly seed: number;
  readonly catalogue: string | undefined;
  readonly latency: number;
  readonly itemCache: number;
}

/** A flag that cannot be used; the message names it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

function wholeNumber(flag: string, text: string | undefined, standard: number, least: number): number {
  if (text === undefined) return standard;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new UsageError(`--${flag} takes a whole number of at least ${least}, not "${text}".`);
  }
  return value;
}

function rawFlags(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean' },
        port: text,
        products: text,
        categories: text,
        stores: text,
        seed: text,
        catalogue: text,
        latency: text,
        'item-cache': text,
      },
    }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Parser of the command line; throws UsageError. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const flags = rawFlags(args);
  return {
    help: flags.help ?? false,
    port: wholeNumber('port', flags.port, 8081, 0),
    products: wholeNumber('products', flags.products, 1500, 1),
    categories: wholeNumber('categories', flags.categories, 40, 1),
    stores: wholeNumber('stores', flags.stores, 2, 1),
    seed: wholeNumber('seed', flags.seed, 1, 0),
    catalogue: flags.catalogue,
    latency: wholeNumber('latency', flags.latency, 0, 0),
    itemCache: wholeNumber('item-cache', flags['item-cache'], 0, 0),
  };
}

async function catalogueFor(line: CommandLine): Promise<Catalogue> {
  return line.catalogue === undefined ? generateCatalogue(line) : loadCatalogue(line.catalogue);
}

/** Runs the backend until SIGTERM or SIGINT. Prints one line with its URL; exits 2 on a bad flag, 1 when it cannot start. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    const line = parseCommandLine(args);
    if (line.help) {
      process.stdout.write(HELP);
      return;
    }
    const catalogue = await catalogueFor(line);
    const backend = await startDemoBackend({
      catalogue,
      port: line.port,
      latencyMs: line.latency,
      itemCacheSeconds: line.itemCache,
    });
    process.stdout.write(`Demo backend at ${backend.url}\n`);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void backend.close());
  } catch (error) {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${isUsage ? HELP : ''}`);
    process.exitCode = isUsage ? 2 : 1;
  }
}
