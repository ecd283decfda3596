/**
 * Entry of `pnpm bench:shopping`: measures, prints, and ends with code 1 when a target is missed.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackendProcess } from '../backend/backend-process.ts';
import { machineLine, thisMachine } from '../report/machine.ts';
import { print } from '../report/print.ts';
import { syncToTheEnd } from '../runtime/sync-to-the-end.ts';
import { readWorkerFiles } from '../runtime/worker-files.ts';
import { measureShopping } from './measure-shopping.ts';
import { HELP, readShoppingOptions, type ShoppingOptions } from './shopping-options.ts';
import { ShoppingServers } from './shopping-servers.ts';
import { shoppingTables } from './shopping-tables.ts';
import { judgeShopping } from './shopping-targets.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const options = readShoppingOptions(process.argv.slice(2));
if (options.asksForHelp) print(HELP);
else await bench(options);

async function bench(asked: ShoppingOptions): Promise<void> {
  const machine = thisMachine();
  print(`${machineLine(machine)}\n`);
  const files = await readWorkerFiles();
  const folder = await mkdtemp(join(tmpdir(), 'shopping-bench-'));
  const backend = await BackendProcess.start(asked.products);
  const servers = await ShoppingServers.start(files, backend.url, folder);
  try {
    print(`Syncs ${asked.products} products …`);
    await syncToTheEnd(servers.api);
    const figures = await measureShopping(servers, backend, asked);
    for (const { latencyMs, table } of shoppingTables(figures)) {
      print(`\nBackend latency ${latencyMs} ms; p50 in ms\n\n${table}`);
    }
    print('');
    const verdicts = judgeShopping(figures);
    for (const { isMet, target, worst } of verdicts) print(`${isMet ? 'PASS' : 'MISS'}  ${target}: ${worst}`);
    if (asked.jsonFile !== null) {
      const all = { machine, options: asked, ...figures, verdicts };
      await writeFile(asked.jsonFile, `${JSON.stringify(all, null, 2)}\n`);
    }
    if (verdicts.some(({ isMet }) => !isMet)) process.exitCode = 1;
  } finally {
    await servers.stop();
    await backend.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
