/**
 * Entry of `pnpm bench:pages`: measures, prints, and ends with code 1 when a target is missed beyond doubt.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackendProcess } from '../backend/backend-process.ts';
import { machineLine, thisMachine } from '../report/machine.ts';
import { print } from '../report/print.ts';
import { weigh } from '../report/weight.ts';
import { syncToTheEnd } from '../runtime/sync-to-the-end.ts';
import { readWorkerFiles } from '../runtime/worker-files.ts';
import { measurePages } from './measure-pages.ts';
import { PageServers } from './page-servers.ts';
import { ratioTable, speedTable, weightTable } from './page-tables.ts';
import { judgeRatios, judgeWeights } from './page-targets.ts';
import { HELP, type PagesOptions, readPagesOptions } from './pages-options.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const options = readPagesOptions(process.argv.slice(2));
if (options.asksForHelp) print(HELP);
else await bench(options);

async function bench(asked: PagesOptions): Promise<void> {
  const machine = thisMachine();
  print(`${machineLine(machine)}\n`);
  const files = await readWorkerFiles();
  const folder = await mkdtemp(join(tmpdir(), 'pages-bench-'));
  const backend = await BackendProcess.start(asked.products);
  const servers = await PageServers.start(files, backend.url, folder);
  try {
    print(`Syncs ${asked.products} products …`);
    await syncToTheEnd(servers.api);
    const { rounds, weights } = await measurePages(servers, backend, files.publicFolder, asked);
    const worker = weigh(files.script);
    print(`\n${speedTable(rounds)}\n\n${ratioTable(rounds)}\n\n${weightTable(weights, worker)}\n`);
    const verdicts = [...judgeRatios(rounds), ...judgeWeights(weights, worker.gzipBytes)];
    for (const { isMet, target, worst } of verdicts) print(`${isMet ? 'PASS' : 'MISS'}  ${target}: ${worst}`);
    if (asked.jsonFile !== null) {
      const figures = { machine, options: asked, rounds, weights, worker, verdicts };
      await writeFile(asked.jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
    }
    if (verdicts.some(({ isSurelyMissed }) => isSurelyMissed)) process.exitCode = 1;
  } finally {
    await servers.stop();
    await backend.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
