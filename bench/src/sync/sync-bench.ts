/**
 * Entry of `pnpm bench:sync`: measures, prints, and ends with code 1 when a promised limit is broken.
 */
import { writeFile } from 'node:fs/promises';
import { BackendProcess } from '../backend/backend-process.ts';
import { type BundleWeight, weighBundle } from '../report/bundle-weight.ts';
import { machineLine, thisMachine } from '../report/machine.ts';
import { print } from '../report/print.ts';
import { readWorkerFiles, type WorkerFiles } from '../runtime/worker-files.ts';
import { type BenchOptions, casesOf, HELP, readOptions } from './bench-options.ts';
import { bundleTable, costTable, requestTable, workflowTable } from './figures-table.ts';
import { measureInNewNode } from './node-case-process.ts';
import { judge } from './promised-limits.ts';
import type { SyncCase, SyncDriver, SyncFigures, SyncRuntime } from './sync-figures.ts';
import { measureInWorkerd } from './workerd-bench.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const options = readOptions(process.argv.slice(2));
if (options.asksForHelp) print(HELP);
else await bench(options);

async function bench(asked: BenchOptions): Promise<void> {
  const machine = thisMachine();
  print(`${machineLine(machine)}\n`);
  const files = await readWorkerFiles();
  const figures = await measureAll(asked, files);
  const bundle = weighBundle(files.script);
  printTables(asked.runtimes, figures, bundle);
  const verdicts = judge(figures);
  for (const { holds, limit, worst } of verdicts) print(`${holds ? 'PASS' : 'FAIL'}  ${limit}: ${worst}`);
  if (asked.jsonFile !== null) {
    await writeFile(asked.jsonFile, `${JSON.stringify({ machine, figures, bundle, verdicts }, null, 2)}\n`);
  }
  if (verdicts.some(({ holds }) => !holds)) process.exitCode = 1;
}

async function measureAll(asked: BenchOptions, files: WorkerFiles): Promise<SyncFigures[]> {
  const figures: SyncFigures[] = [];
  for (const syncCase of casesOf(asked)) {
    const backend = await BackendProcess.start(syncCase.products);
    try {
      await backend.setLatency(syncCase.latencyMs);
      for (const runtime of asked.runtimes) {
        figures.push(...(await measureCase(runtime, files, backend, syncCase, asked.driver)));
      }
    } finally {
      await backend.stop();
    }
  }
  return figures;
}

async function measureCase(
  runtime: SyncRuntime,
  files: WorkerFiles,
  backend: BackendProcess,
  syncCase: SyncCase,
  driver: SyncDriver,
): Promise<SyncFigures[]> {
  const name = `${runtime}, ${syncCase.products} products, ${syncCase.latencyMs} ms`;
  print(`${name} …`);
  const measured =
    runtime === 'node'
      ? await measureInNewNode(backend, syncCase)
      : await measureInWorkerd(files, backend, syncCase, driver);
  for (const { pass, wallMs, backendRequests, kvWrites } of measured) {
    const seconds = (wallMs / 1_000).toFixed(1);
    print(`  ${pass}: ${seconds} s, ${backendRequests} requests, ${kvWrites} KV writes`);
  }
  return measured;
}

function printTables(
  runtimes: readonly SyncRuntime[],
  figures: readonly SyncFigures[],
  bundle: BundleWeight,
): void {
  for (const runtime of runtimes) {
    const ofRuntime = figures.filter((sync) => sync.runtime === runtime);
    print(`\n${runtime}: cost\n\n${costTable(ofRuntime)}`);
    if (ofRuntime.some(({ workflow }) => workflow !== null)) {
      print(`\n${runtime}: driven by the Workflow\n\n${workflowTable(ofRuntime)}`);
    }
    print(`\n${runtime}: backend requests by cause\n\n${requestTable(ofRuntime)}`);
  }
  print(`\nWorker bundle\n\n${bundleTable(bundle)}\n`);
}
